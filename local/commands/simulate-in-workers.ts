import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Judgement } from '../../tests/simulation/oracle/oracle.ts'
import { type Run, type Share, sharesOf, type Verdict, verdictOf } from '../../tests/simulation/simulate.ts'

/** Simulates a run with one thread a core. The worlds know nothing of each other, so the verdict is the same. */
export async function simulateOnEveryCore(run: Run): Promise<Verdict> {
  const shares = sharesOf(run)
  const judgements: Judgement[] = []
  let next = 0
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./simulate-worker.ts', import.meta.url))
    for (let world = next++; world < shares.length; world = next++) {
      const share = shares[world]
      if (share !== undefined) judgements[world] = await judged(worker, share)
    }
    await worker.terminate()
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), shares.length) }, work))
  return verdictOf(run, judgements)
}

function judged(worker: Worker, share: Share): Promise<Judgement> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners()
    worker.once('error', reject)
    worker.once('message', resolve)
    worker.postMessage(share)
  })
}
