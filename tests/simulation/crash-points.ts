import { type Finding, judge } from './oracle/oracle.ts'
import type { CrashPoint } from './processes.ts'
import { simulateWorld } from './simulate-world.ts'

const MOMENTS = ['before', 'after'] as const

/** Three injections with belt and all questions: 49 texts and nothing that goes wrong but the one death. */
const COURSE = { seed: 'full course 1', courses: 1, faults: [] } as const

export interface Recovery {
  readonly number: number
  readonly point: CrashPoint
  /** What died with the process, `patients.write`. */
  readonly name: string
  readonly findings: readonly Finding[]
  /** Texts that went in the undisturbed course and not in this one, or here alone. */
  readonly differences: readonly string[]
}

/** Every effect of one full course, by name, and the texts that go in it. */
export async function undisturbed(): Promise<{
  readonly effects: readonly string[]
  readonly texts: readonly string[]
}> {
  const story = await simulateWorld(COURSE)
  return { effects: story.effects, texts: story.messages.map(({ textId }) => textId) }
}

/** Lives through the course again, with one process dying at one of its effects, before it or after. */
export async function recover(
  { effects, texts }: Awaited<ReturnType<typeof undisturbed>>,
  number: number,
): Promise<Recovery> {
  const effect = Math.floor(number / MOMENTS.length) + 1
  const point = { effect, moment: MOMENTS[number % MOMENTS.length] ?? 'before' }
  const story = await simulateWorld({ ...COURSE, crash: point })
  const { findings } = judge(story)
  const went = story.messages.map(({ textId }) => textId as string)
  const differences = [
    ...texts.filter((text) => !went.includes(text)),
    ...went.filter((text) => !texts.includes(text)),
  ]
  return { number, point, name: effects[effect - 1] ?? 'nothing', findings, differences }
}

export const crashPoints = (effects: readonly string[]): number => effects.length * MOMENTS.length
export const hasRecovered = ({ findings, differences }: Recovery): boolean =>
  findings.length === 0 && differences.length === 0
