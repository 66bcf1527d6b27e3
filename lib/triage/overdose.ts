import type { Mention } from './drugs/mentions.ts'
import type { Word } from './reading.ts'

/** More tablets than any pack allows in a day. */
const TOO_MANY = 9
const TAKING = new Set('took taken take taking had swallowed popped necked downed have ate drank'.split(' '))
const UNITS = new Set('tablet tablets pills pill capsules painkillers'.split(' '))
const COUNTED: Readonly<Record<string, number>> = {
  ten: 10,
  twelve: 12,
  fifteen: 15,
  sixteen: 16,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
  dozen: 12,
  eleven: 11,
  eighteen: 18,
  fourteen: 14,
  thirteen: 13,
}

/** "took 20 panadol", "taking 12 panadol a day"; doses in mg are no counts. */
export function tooManyTablets(words: readonly Word[], medicines: readonly Mention[]): string | undefined {
  const at = words.findIndex(({ text, clause }, index) => {
    const count = COUNTED[text] ?? (/^\d{1,3}$/.test(text) ? Number(text) : 0)
    if (count < TOO_MANY) return false
    const next =
      UNITS.has(words[index + 1]?.text ?? '') ||
      medicines.some(
        ({ start }) => start === index + 1 || (start === index + 2 && words[index + 1]?.text === 'of'),
      )
    return (
      next &&
      words
        .slice(Math.max(0, index - 12), index)
        .some((word) => word.clause === clause && TAKING.has(word.text))
    )
  })
  return at < 0 ? undefined : `took ${words[at]?.raw} tablets`
}
