import type { Judgement } from '../../tests/simulation/oracle/oracle.ts'
import { type Run, type Share, sharesOf, type Verdict, verdictOf } from '../../tests/simulation/simulate.ts'
import { onEveryCore } from './on-every-core.ts'

const WORKER = new URL('./simulate-worker.ts', import.meta.url)

/** Simulates a run with one thread a core. The worlds know nothing of each other, so the verdict is the same. */
export const simulateOnEveryCore = async (run: Run): Promise<Verdict> =>
  verdictOf(run, await onEveryCore<Share, Judgement>(WORKER, sharesOf(run)))
