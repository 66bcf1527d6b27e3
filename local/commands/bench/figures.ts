import type { Figure } from './row.ts'

/** Of values measured several times: the one in the middle, with the smallest and the largest. */
export function spread(name: string, unit: string, values: readonly number[]): Required<Figure> {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  return { name, unit, value, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN }
}

/** Each round's measured value against the same round's baseline: both met the same load of the machine. */
export const ratios = (measured: readonly number[], baseline: readonly number[]): readonly number[] =>
  measured.flatMap((value, round) => {
    const against = baseline[round]
    return against === undefined ? [] : [value / against]
  })

/** Milliseconds of processor time, all threads, that `work` takes this process. */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
