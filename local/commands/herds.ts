import type { Herd, HerdFigures } from '../../tests/simulation/herd/herd.ts'
import { onEveryCore } from './on-every-core.ts'

export interface NamedHerd extends Herd {
  readonly name: string
}

/** Longer than this behind what its number could do at best, a herd is not served well by a number of one text a second. */
const BEHIND_SECONDS = 60

const ONE_MINUTE = { due: 'reminder', spreadMinutes: 0 } as const
const SPREAD = { due: 'reminder', spreadMinutes: 15 } as const
const SCHEDULER = { alarms: 'scheduler', atOnce: 10 } as const
const RULES = { alarms: 'rules', atOnce: 10 } as const
const SLOW = { segmentsPerSecond: 1 } as const
const FAST = { segmentsPerSecond: 100 } as const

/** The crowds that a clinic with so many patients may make, each under the limits that AWS and Twilio publish. */
export function herdsOf(patients: number): readonly NamedHerd[] {
  const imported = { due: 'import', spreadMinutes: 15, patients: Math.ceil(patients / 10) } as const
  return [
    { name: 'one minute, 1 text/s', patients, ...ONE_MINUTE, ...SCHEDULER, ...SLOW },
    { name: 'one minute, 100 texts/s', patients, ...ONE_MINUTE, ...SCHEDULER, ...FAST },
    {
      name: 'one minute, 100 texts/s, 100 at once',
      patients,
      ...ONE_MINUTE,
      ...SCHEDULER,
      ...FAST,
      atOnce: 100,
    },
    { name: 'one minute, 1 text/s, rules', patients, ...ONE_MINUTE, ...RULES, ...SLOW },
    { name: 'one minute, 100 texts/s, rules', patients, ...ONE_MINUTE, ...RULES, ...FAST },
    { name: 'spread over 15 minutes, 1 text/s', patients, ...SPREAD, ...SCHEDULER, ...SLOW },
    { name: 'spread over 15 minutes, 100 texts/s', patients, ...SPREAD, ...SCHEDULER, ...FAST },
    { name: 'evening nudges, 1 text/s', patients, ...SPREAD, due: 'nudge', ...SCHEDULER, ...SLOW },
    { name: 'import, 1 text/s', ...imported, ...SCHEDULER, ...SLOW },
    { name: 'import, 100 texts/s', ...imported, ...SCHEDULER, ...FAST },
  ]
}

/** Whether nothing was lost, doubled or sent at night, and a slow number was never kept waiting. */
export function isServed({ segmentsPerSecond }: Herd, figures: HerdFigures): boolean {
  const { lost, doubled, atNight, sent, ideal } = figures
  const keepsUp = segmentsPerSecond > 1 || sent.max <= ideal.max + BEHIND_SECONDS
  return lost === 0 && doubled === 0 && atNight === 0 && keepsUp
}

const WORKER = new URL('./herd-worker.ts', import.meta.url)

/** What came of each herd, in order; one thread a core. */
export const simulateHerds = (herds: readonly NamedHerd[]): Promise<readonly HerdFigures[]> =>
  onEveryCore<NamedHerd, HerdFigures>(WORKER, herds)
