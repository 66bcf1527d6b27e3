import { mayBeNear, slips, type Target, target } from '../slips.ts'
import { ENTRIES, type Entry, isUsedIn, strictness } from './dictionary.ts'
import { NOT_MEANT } from './ordinary-words.ts'

/** Shortest name that is guessed at, and the length from which two slips are forgiven. */
const SHORTEST = 6
const TWO_SLIPS_FROM = 8

/** First letters that sound alike: "selebrex", "zarelto". */
const SOUNDS_LIKE: Readonly<Record<string, string>> = { k: 'c', s: 'c', z: 'x', p: 'f', v: 'f' }
const sound = (word: string): string => SOUNDS_LIKE[word.charAt(0)] ?? word.charAt(0)

/** Names whose first word is long enough, by its sound. Plain paracetamol is never guessed: a guess must not lead to "OK". */
const GUESSABLE: ReadonlyMap<string, readonly { readonly entry: Entry; readonly first: Target }[]> =
  Map.groupBy(
    ENTRIES.filter(
      ({ words: [first = ''], class: drugClass }) =>
        first.length >= SHORTEST && drugClass !== 'paracetamol' && !NOT_MEANT.has(first),
    ).map((entry) => ({ entry, first: target(entry.words[0] ?? '') })),
    ({ first }) => sound(first.word),
  )

const restIsThere = (name: readonly string[], text: readonly string[]): boolean =>
  name.slice(1).every((word, at) => text[at + 1] === word)

/**
 * The name, used in the country, that a misspelt word most likely means; of equally near ones the strictest. Further
 * words of a name must stand as they are: "mefanamic acid".
 */
export function similar(text: readonly string[], country: string): Entry | undefined {
  const [word = ''] = text
  if (word.length < SHORTEST - 1 || word.length > 20 || NOT_MEANT.has(word)) return undefined
  let best: { entry: Entry; slips: number } | undefined
  const written = target(word)
  for (const { entry, first } of GUESSABLE.get(sound(word)) ?? []) {
    const limit = first.word.length >= TWO_SLIPS_FROM ? 2 : 1
    if (!mayBeNear(written, first, limit) || !isUsedIn(entry, country) || !restIsThere(entry.words, text))
      continue
    const distance = slips(word, first.word, limit)
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
