/**
 * The calendar as the protocol's page has it, written down a second time and on its own: if the product's table and this
 * one ever disagree, a run of the simulation says so. Nothing here comes from the product's plan.
 */
export interface PageRow {
  readonly key: string
  /** Each visit, the first or second injection, or the last of the course. */
  readonly for: 'each' | 1 | 2 | 'last' | '1 and last'
  /** Days from the visit's date; `working` the second working day before it. */
  readonly day: number | 'two working days before'
  readonly time: string
  /** When it is over: a day from the visit's, the visit itself, or days after the time it finally has. */
  readonly until:
    | { readonly day: number; readonly time?: string }
    | 'visit'
    | { readonly days: number }
    | 'same day'
}

// biome-ignore format: a table reads row by row
export const PAGE: readonly PageRow[] = [
  { key: 'R1', for: 'each', day: -7, time: '10:00', until: { day: -3 } },
  { key: 'N1', for: 1, day: -5, time: '10:00', until: 'visit' },
  { key: 'R2', for: 'each', day: 'two working days before', time: '10:00', until: 'visit' },
  { key: 'P0', for: 'each', day: -1, time: '17:30', until: 'visit' },
  { key: 'F1', for: 'each', day: 0, time: '18:00', until: { day: 1, time: '12:00' } },
  { key: 'N2', for: 'each', day: 1, time: '10:00', until: { day: 3 } },
  { key: 'F2', for: 'each', day: 2, time: '10:00', until: { day: 10 } },
  { key: 'P1a', for: 'each', day: 3, time: '10:00', until: { days: 1 } },
  { key: 'B1a', for: 1, day: 5, time: '08:00', until: 'same day' },
  { key: 'F3', for: 'each', day: 7, time: '10:00', until: { day: 14 } },
  { key: 'X1', for: 'each', day: 10, time: '17:30', until: 'same day' },
  { key: 'P1b', for: 1, day: 14, time: '10:00', until: { days: 1 } },
  { key: 'X2a', for: 'each', day: 17, time: '17:30', until: 'same day' },
  { key: 'N3', for: 1, day: 21, time: '10:00', until: { days: 7 } },
  { key: 'N3', for: 2, day: 21, time: '10:00', until: { days: 7 } },
  { key: 'B1b', for: '1 and last', day: 24, time: '08:00', until: 'same day' },
  { key: 'P2', for: 'each', day: 28, time: '10:00', until: { days: 7 } },
  { key: 'B1c', for: 2, day: 31, time: '08:00', until: 'same day' },
  { key: 'X2b', for: 1, day: 31, time: '17:30', until: 'same day' },
  { key: 'X2c', for: 'last', day: 42, time: '17:30', until: 'same day' },
  { key: 'B1d', for: 'last', day: 56, time: '08:00', until: 'same day' },
  { key: 'X2d', for: 'last', day: 70, time: '17:30', until: 'same day' },
  { key: 'P3', for: 'last', day: 77, time: '10:00', until: { days: 7 } },
  { key: 'Z1', for: 'last', day: 84, time: '10:00', until: { days: 14 } },
]

export const BEFORE_THE_VISIT = new Set(['R1', 'N1', 'R2', 'P0'])
export const TEXTING = { from: '08:00', to: '20:00' } as const
/** A clinic's 10:00 is spread over so many minutes. */
export const SPREAD_MINUTES = 15
/** A text whose day is taken moves on by at most two days; a pain check by two more when the clinic is closed. */
export const MOST_SHIFT_DAYS = 4
