import type { Child } from './child.ts'

export interface Workers {
  /** Has a free process answer; waits for one as long as it takes. @throws Error when the process dies meanwhile */
  run(question: string, input: unknown): Promise<unknown>
  /** The processes that are there. */
  children(): readonly Child[]
  /** When each question was answered, or died with its process: by this process's `performance.now()`. */
  finished(): readonly number[]
  /** Settles when every process is there. */
  ready(): Promise<void>
  close(): Promise<void>
}

interface Job {
  readonly question: string
  readonly input: unknown
  readonly answer: PromiseWithResolvers<unknown>
}

interface Post {
  readonly slots: number
  busy: number
  child: Child | undefined
  started: Promise<void>
}

/**
 * As many processes as `slots`, each taking that many questions at once; one that dies is replaced by another.
 * @param start makes a process that is ready to be asked
 */
export async function startWorkers(slots: readonly number[], start: () => Promise<Child>): Promise<Workers> {
  const queue: Job[] = []
  let isClosing = false
  const finished: number[] = []
  const posts = slots.map((count): Post => ({ slots: count, busy: 0, child: undefined, started: NOW }))

  async function fill(post: Post): Promise<void> {
    const child = await start()
    post.child = child
    post.busy = 0
    child.ended.then(() => {
      post.child = undefined
      if (!isClosing) post.started = fill(post)
    })
    handOut()
  }

  function handOut(): void {
    for (const post of posts.toSorted((one, other) => one.busy - other.busy)) {
      const { child } = post
      if (child === undefined || post.busy >= post.slots) continue
      const job = queue.shift()
      if (job === undefined) return
      post.busy += 1
      void answer(post, child, job)
      handOut()
      return
    }
  }

  async function answer(post: Post, child: Child, { question, input, answer }: Job): Promise<void> {
    await child.ask(question, input).then(answer.resolve, answer.reject)
    finished.push(performance.now())
    if (post.child !== child) return
    post.busy -= 1
    handOut()
  }

  for (const post of posts) post.started = fill(post)
  const ready = async () => void (await Promise.all(posts.map(({ started }) => started)))
  await ready()
  return {
    run: (question, input) => {
      const job = { question, input, answer: Promise.withResolvers<unknown>() }
      queue.push(job)
      handOut()
      return job.answer.promise
    },
    children: () => posts.flatMap(({ child }) => child ?? []),
    finished: () => finished,
    ready,
    close: async () => {
      isClosing = true
      await ready()
      for (const { child } of posts) child?.kill()
      await Promise.all(posts.map(({ child }) => child?.ended))
    },
  }
}

const NOW = Promise.resolve()
