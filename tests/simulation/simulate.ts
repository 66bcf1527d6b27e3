import type { Fault } from './faults.ts'
import { type Charge, type Finding, type Judgement, judge } from './oracle/oracle.ts'
import { type Experiment, simulateWorld } from './simulate-world.ts'

/** Courses that share one clinic, and so one store, one sender and the outages of one time. */
const COURSES_A_WORLD = 25

export interface Run {
  readonly courses: number
  readonly seed: number
  readonly faults: readonly Fault[]
}

export interface Figures extends Readonly<Record<Charge, number>> {
  readonly courses: number
  readonly texts: number
  /** Seconds from a text's due time until Twilio took it, with every outage in it. */
  readonly latenessP50: number
  readonly latenessP99: number
  readonly latenessMax: number
  readonly seed: number
}

export interface Verdict {
  readonly figures: Figures
  readonly findings: readonly (Finding & { readonly seed: number })[]
}

/** One clinic's share of a run: what a worker takes on. */
export interface Share {
  readonly seed: number
  readonly courses: number
  readonly faults: readonly Fault[]
}

/** World k of seed S is world 0 of seed S + k, so that a world that fails is replayed by its own seed alone. */
export const sharesOf = ({ courses, seed, faults }: Run): readonly Share[] =>
  Array.from({ length: Math.ceil(courses / COURSES_A_WORLD) }, (_, world) => ({
    seed: seed + world,
    courses: Math.min(COURSES_A_WORLD, courses - world * COURSES_A_WORLD),
    faults,
  }))

export async function simulateShare(
  { seed, courses, faults }: Share,
  brokenBy: Pick<Experiment, 'break' | 'withoutSweep'> = {},
): Promise<Judgement> {
  return judge(await simulateWorld({ seed: String(seed), courses, faults, ...brokenBy }))
}

/** The verdict over a run, from its shares' judgements in their order. */
export function verdictOf(run: Run, judgements: readonly Judgement[]): Verdict {
  const findings = judgements.flatMap((judgement, world) =>
    judgement.findings.map((finding) => ({ seed: run.seed + world, ...finding })),
  )
  const lateness = judgements.flatMap((judgement) => judgement.lateness)
  const texts = judgements.reduce((sum, judgement) => sum + judgement.texts, 0)
  return { figures: figuresOf(run, findings, lateness, texts), findings }
}

/** Simulates a run in this thread, one world after the other. */
export async function simulate(
  run: Run,
  brokenBy: Pick<Experiment, 'break' | 'withoutSweep'> = {},
): Promise<Verdict> {
  const judgements: Judgement[] = []
  for (const share of sharesOf(run)) judgements.push(await simulateShare(share, brokenBy))
  return verdictOf(run, judgements)
}

function figuresOf(
  { courses, seed }: Run,
  findings: readonly Finding[],
  lateness: number[],
  texts: number,
): Figures {
  const count = (charge: Charge) => findings.filter((finding) => finding.charge === charge).length
  const sorted = lateness.sort((a, b) => a - b)
  const share = (part: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0) / 1000)
  return {
    courses,
    texts,
    lost: count('lost'),
    duplicated: count('duplicated'),
    afterStop: count('afterStop'),
    atNight: count('atNight'),
    stale: count('stale'),
    misplaced: count('misplaced'),
    unknownOpen: count('unknownOpen'),
    duplicatedByListLag: count('duplicatedByListLag'),
    latenessP50: share(0.5),
    latenessP99: share(0.99),
    latenessMax: share(1),
    seed,
  }
}

/** A smaller run of the same seed that still fails: first fewer patients, which makes each try cheap, then fewer faults. */
export async function shrink(failing: Run): Promise<Run> {
  const fails = async (run: Run) =>
    (await simulate(run)).findings.some(({ charge }) => charge !== 'duplicatedByListLag')
  let smallest: Run = { ...failing, courses: Math.min(failing.courses, COURSES_A_WORLD) }
  for (let courses = smallest.courses - 1; courses > 0; courses = Math.floor(courses / 2)) {
    const fewer = { ...smallest, courses }
    if (await fails(fewer)) smallest = fewer
  }
  for (const fault of failing.faults) {
    const without = { ...smallest, faults: smallest.faults.filter((one) => one !== fault) }
    if (await fails(without)) smallest = without
  }
  return smallest
}
