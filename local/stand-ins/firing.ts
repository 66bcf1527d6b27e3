/** Faults on request, for one alarm of a service that fires. Each is used up by the alarm's next firing. */
export interface FiringFaults {
  /** AWS fires at least once; this is the more-than-once. */
  fireTwice(name: string): void
  /** The alarm's time passes and nobody is called. */
  loseNext(name: string): void
}

export interface Firing extends FiringFaults {
  /** How often the alarm calls its target this time, 1 unless a fault was asked for; uses the fault up. */
  timesFor(name: string): number
}

export function firing(): Firing {
  const times = new Map<string, number>()
  return {
    fireTwice: (name) => void times.set(name, 2),
    loseNext: (name) => void times.set(name, 0),
    timesFor: (name) => {
      const asked = times.get(name) ?? 1
      times.delete(name)
      return asked
    },
  }
}

/** Entries whose time is not after `until`, oldest first, names breaking a tie so that a run can be repeated. */
export const oldestDue = <T extends { readonly name: string; readonly dueAt: number }>(
  entries: readonly T[],
  until: number,
): T | undefined =>
  entries
    .filter(({ dueAt }) => dueAt <= until)
    .sort((one, other) => one.dueAt - other.dueAt || (one.name < other.name ? -1 : 1))[0]
