import type { Mention } from './drugs/mentions.ts'
import type { Word } from './reading.ts'

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** More than any pack allows in a day; eight paracetamol (4 g), or eight tablets "a day", are still a day's most. */
const TOO_MANY = 9
/** Of anything stronger than paracetamol, at once. */
const TOO_MANY_AT_ONCE = 8
/** Instead of a verb: "24 panadol in 24 hours, is that too many". */
const EXCESS = /\b(?:too (?:many|much)|in (?:a|one|24) (?:day|hours|hrs|go)|overdos\w*|lost count)\b/
const TAKING = setOf(
  'took taken take taking had swallowed popped necked downed have ate drank ingested chewed scoffed munched having',
)
/** "gave him 12 endone"; "gave me 12 endone" is what a doctor prescribed. */
const GIVING = setOf('gave give given giving')
const PRESCRIBED_TO = setOf('me us you')
const PRESCRIBED = setOf('was been got were get')
const UNITS = setOf('tablet tablets pills pill capsules painkillers')
/** What may stand between a count and the tablets. */
const BETWEEN = setOf('odd or so of my her his the those these our their mums dads x strong')
/** "had 12 panadol left" is a stock, not a dose. */
const STOCK = setOf('left remaining spare dispensed prescribed')
const MOST_BETWEEN = 2
const DAILY = setOf('daily day every each morning week')
const COUNTED: Readonly<Record<string, number>> = {
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  dozen: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
}
/** How far before a count its verb stands, and after it a "daily". */
const VERB_WITHIN = 12
const DAILY_WITHIN = 6

const countOf = (text: string): number => COUNTED[text] ?? (/^\d{1,2}$|^1\d\d$/.test(text) ? Number(text) : 0)

/** Where the tablets of a count are named. */
function tabletsAfter(words: readonly Word[], at: number, medicines: readonly Mention[]): number | undefined {
  for (let place = at + 1; place <= at + 1 + MOST_BETWEEN; place += 1) {
    const text = words[place]?.text ?? ''
    if (UNITS.has(text) || medicines.some(({ start }) => start === place)) return place
    if (!BETWEEN.has(text)) return undefined
  }
  return undefined
}

const takesOrGives = (words: readonly Word[], at: number): boolean => {
  const text = words[at]?.text ?? ''
  return (
    TAKING.has(text) ||
    (GIVING.has(text) &&
      !PRESCRIBED_TO.has(words[at + 1]?.text ?? '') &&
      !PRESCRIBED.has(words[at - 1]?.text ?? ''))
  )
}

/** "took 20 panadol", "gave him 12 endone", "took 16 of her tablets"; doses in mg are no counts. */
export function tooManyTablets(words: readonly Word[], medicines: readonly Mention[]): string | undefined {
  const isExcess = EXCESS.test(words.map(({ text }) => text).join(' '))
  const at = words.findIndex(({ text, clause }, index) => {
    const count = countOf(text)
    if (count < TOO_MANY_AT_ONCE) return false
    const tablets = tabletsAfter(words, index, medicines)
    if (tablets === undefined) return false
    if (STOCK.has(words[tablets + 1]?.text ?? '')) return false
    const isParacetamol = medicines.some(
      ({ start, entry }) => start === tablets && entry.class === 'paracetamol',
    )
    const after = words.slice(tablets, tablets + DAILY_WITHIN)
    const limit = isParacetamol || after.some((word) => DAILY.has(word.text)) ? TOO_MANY : TOO_MANY_AT_ONCE
    const from = Math.max(0, index - VERB_WITHIN)
    return (
      count >= limit &&
      (isExcess ||
        words
          .slice(from, index)
          .some((word, offset) => word.clause === clause && takesOrGives(words, from + offset)))
    )
  })
  return at < 0 ? undefined : `took ${words[at]?.raw} tablets`
}
