import type { Word } from '../reading.ts'
import { BY_FIRST_WORD, ENTRIES, type Entry, isUsedIn } from './dictionary.ts'
import { ORDINARY } from './ordinary-words.ts'
import { similar } from './similar.ts'

/** A medicine named in a text, at the words `start` to `end` (exclusive). */
export interface Mention {
  readonly entry: Entry
  readonly start: number
  readonly end: number
}

/** Most words a guess is tried on: keeps a very long text quick. */
const GUESSES = 40
/** Words of the longest name a guess is tried on. */
const LONGEST_NAME = 4

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
/** Words that make an ordinary word beside them a medicine. */
const TAKING = words(
  'take taking took taken have having had use using used on some a an my is apply put stop some with of the or and any are can me about had i',
)
const ALLOWED = words(
  'ok okay allowed safe alright fine today tonight mg cream tablets tablet gel on or for instead good help better bad tonight before it my tube pack box from',
)

/** What follows a name of the dictionary where the two together are something else: "ice cream". */
const ELSEWHERE: Readonly<Record<string, ReadonlySet<string>>> = {
  ice: words('cream creams block blocks cube cubes skating skate hockey age tea coffee rink cold breaker'),
  heat: words(
    'wave waves pump stroke killing today outside lately here is was has wearing getting this everyone',
  ),
}

const isAt = (entry: Entry, text: readonly Word[], at: number): boolean =>
  entry.words.every((word, offset) => text[at + offset]?.text === word)

/** The longest name that begins at a word, in its meaning for the country, else its strictest. */
function nameAt(text: readonly Word[], at: number, country: string): Entry | undefined {
  const candidates = (BY_FIRST_WORD.get(text[at]?.text ?? '') ?? []).filter((entry) => isAt(entry, text, at))
  const longest = candidates[0]?.words.length
  const same = candidates.filter(({ words: name }) => name.length === longest)
  return same.find((entry) => isUsedIn(entry, country)) ?? same[0]
}

const JOINS = words('and or with plus')

/** "panadol and ibu": a short name joined to another in a text that names a medicine for certain. */
const isJoined = ({ start, end }: Mention, text: readonly Word[], certain: boolean): boolean =>
  certain && (JOINS.has(text[start - 1]?.text ?? '') || JOINS.has(text[end]?.text ?? ''))

function hasContext({ start, end }: Mention, text: readonly Word[], asks: boolean, asked: boolean): boolean {
  const before = text[start - 1]?.text ?? ''
  const after = text[end]?.text ?? ''
  if (ELSEWHERE[text[start]?.text ?? '']?.has(after)) return false
  if (text[start]?.text === 'ice' && before === 'the') return false
  if (text.length === end - start) return true
  if (before === '' && (asks || asked) && text.length <= end - start + 3) return true
  return (
    (TAKING.has(before) &&
      (asks ||
        asked ||
        ALLOWED.has(after) ||
        before.startsWith('t') ||
        /^(?:use|using|used|on|stop|have|had)$/.test(before))) ||
    (before === '' && ALLOWED.has(after))
  )
}

const CLASS_WORD = /^anti?[iy]?[io]?[nm]?fl[ae]m/
const ITS_END = /^[io]?[nm]?fl[ae]m/
const CLASS = ENTRIES.find(({ name }) => name.toLowerCase() === 'anti inflammatory')

/** "anti inflamatrys", "antiflamitories": nobody spells it alike. */
function classAt(text: readonly Word[], at: number): Entry | undefined {
  const word = text[at]?.text ?? ''
  if (CLASS === undefined) return undefined
  if (word === 'anti' && ITS_END.test(text[at + 1]?.text ?? '')) return CLASS
  return CLASS_WORD.test(word) ? { ...CLASS, words: [word] } : undefined
}

const guessAt = (text: readonly Word[], at: number, country: string): Entry | undefined =>
  similar(
    text.slice(at, at + LONGEST_NAME).map(({ text: word }) => word),
    country,
  )

/** Medicines a text names. Ordinary words count only in company; misspelt names are guessed where none is spelt right. */
export function mentions(
  text: readonly Word[],
  { country, asks, asked }: { readonly country: string; readonly asks: boolean; readonly asked: boolean },
): readonly Mention[] {
  const found: Mention[] = []
  const certain = text.some((_, start) => {
    const entry = nameAt(text, start, country)
    return entry !== undefined && !ORDINARY.has(entry.words.join(' '))
  })
  let at = 0
  let guesses = 0
  while (at < text.length) {
    const exact = classAt(text, at) ?? nameAt(text, at, country)
    const mention = exact && { entry: exact, start: at, end: at + exact.words.length }
    if (
      mention !== undefined &&
      (!ORDINARY.has(mention.entry.words.join(' ')) ||
        isJoined(mention, text, certain) ||
        hasContext(mention, text, asks, asked))
    ) {
      found.push(mention)
      at = mention.end
      continue
    }
    const word = text[at]?.text ?? ''
    const guess =
      exact === undefined && word.length >= 5 && guesses < GUESSES ? guessAt(text, at, country) : undefined
    if (word.length >= 5) guesses += 1
    if (guess !== undefined) found.push({ entry: guess, start: at, end: at + guess.words.length })
    at += guess?.words.length ?? 1
  }
  return found
}
