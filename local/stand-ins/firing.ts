/** Faults on request, of the alarms of a service that fires. Those of one alarm are used up by its next firing. */
export interface FiringFaults {
  /** AWS fires at least once; this is the more-than-once. */
  fireTwice(name: string): void
  /** The alarm's time passes and nobody is called. */
  loseNext(name: string): void
  /** Every firing of these alarms is lost, from now on. */
  loseEach(isLost: (name: string) => boolean): void
}

export interface Firing extends FiringFaults {
  /** How often the alarm calls its target this time, 1 unless a fault was asked for; uses the fault up. */
  timesFor(name: string): number
}

export function firing(): Firing {
  const times = new Map<string, number>()
  let isLost = (_name: string): boolean => false
  return {
    fireTwice: (name) => void times.set(name, 2),
    loseNext: (name) => void times.set(name, 0),
    loseEach: (lost) => {
      isLost = lost
    },
    timesFor: (name) => {
      const asked = times.get(name) ?? (isLost(name) ? 0 : 1)
      times.delete(name)
      return asked
    },
  }
}

/** Entries whose time is not after `until`, oldest first, names breaking a tie so that a run can be repeated. */
export const oldestDue = <T extends Dated>(entries: readonly T[], until: number): T | undefined =>
  entries.reduce<T | undefined>(
    (oldest, one) => (one.dueAt <= until && (oldest === undefined || isBefore(one, oldest)) ? one : oldest),
    undefined,
  )

const isBefore = (one: Dated, other: Dated): boolean =>
  one.dueAt < other.dueAt || (one.dueAt === other.dueAt && one.name < other.name)

interface Dated {
  readonly name: string
  readonly dueAt: number
}
