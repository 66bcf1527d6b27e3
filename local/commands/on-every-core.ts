import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** Has a thread a core work the tasks off, each thread one after the other; the answers in the tasks' order. */
export async function onEveryCore<Task, Answer>(
  file: URL,
  tasks: readonly Task[],
): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  const queue = tasks.entries()
  const work = async (): Promise<void> => {
    const worker = new Worker(file)
    for (const [number, task] of queue) answers[number] = await answerOf(worker, task)
    await worker.terminate()
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, work))
  return answers
}

function answerOf<Task, Answer>(worker: Worker, task: Task): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners()
    worker.once('error', reject)
    worker.once('message', resolve)
    worker.postMessage(task)
  })
}
