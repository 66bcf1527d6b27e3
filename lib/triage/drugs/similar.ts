import { ENTRIES, type Entry, isUsedIn, strictness } from './dictionary.ts'
import { NOT_MEANT } from './ordinary-words.ts'

/** Shortest name that is guessed at, and the length from which two slips are forgiven. */
const SHORTEST = 6
const TWO_SLIPS_FROM = 8

/** One-word names long enough, by first letter. Plain paracetamol is never guessed: a guess must not lead to "OK". */
const GUESSABLE = Map.groupBy(
  ENTRIES.filter(
    ({ words, class: drugClass }) =>
      words.length === 1 && (words[0]?.length ?? 0) >= SHORTEST && drugClass !== 'paracetamol',
  ),
  ({ words }) => words[0]?.charAt(0) ?? '',
)

/** Letters to add, drop, change or swap with a neighbour to get from one word to the other, at most `limit` + 1. */
function slips(a: string, b: string, limit: number): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? limit) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length] ?? limit + 1
}

/** The name, used in the country, that a misspelt word most likely means; of equally near ones the strictest. */
export function similar(word: string, country: string): Entry | undefined {
  if (word.length < SHORTEST - 1 || word.length > 20 || NOT_MEANT.has(word)) return undefined
  let best: { entry: Entry; slips: number } | undefined
  for (const entry of GUESSABLE.get(word.charAt(0)) ?? []) {
    const name = entry.words[0] ?? ''
    const limit = name.length >= TWO_SLIPS_FROM ? 2 : 1
    if (Math.abs(name.length - word.length) > limit || !isUsedIn(entry, country)) continue
    const distance = slips(word, name, limit)
    if (distance > limit) continue
    if (
      best === undefined ||
      distance < best.slips ||
      (distance === best.slips && strictness(entry.class) < strictness(best.entry.class))
    )
      best = { entry, slips: distance }
  }
  return best?.entry
}
