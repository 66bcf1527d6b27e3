import type { Reading, Word } from '../reading.ts'
import type { Mention } from './mentions.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** How a medicine comes: beside "and" or "with" it may be another one. */
const FORMS = words('tablet tablets tab tabs pill pills capsule capsules caplet caplets')
const JOINS = words('and or with plus')
/** After "and" or "with" these stand for something that is not named: "panadol with what i take at night". */
const UNNAMED = words('it that this what which one two some more any half')
/** Units and frequencies. */
const AMOUNTS = words(
  'mg g gram grams one two three four once twice couple time times x daily hourly hour hours hr hrs h min mins minutes day days week weeks dose doses half',
)
/** All that a question about paracetamol alone is made of. Nobody, no illness and nothing else to swallow is among them. */
const PLAIN = words(
  'a as well i im ive id am is are be it its the this that to of in on at by for from if so do does did can could should may shall will would have having had has take taking took taken use using need want get go going good me my we u you your there just only please thanks thank thankyou ta cheers hi hello hey team ok okay okhand alright allright fine safe allowed best right yes yeah no sorry how much many often long when what whats about which and or before after while until till now then again more max maximum every each per between up today tonight tomorrow yesterday morning arvo afternoon evening night nights bed bedtime sleep sleeping breakfast lunch dinner meal meals food water am pm oclock still some any bit also too pain pains sore soreness ache aches aching achy hurts hurt stiff stiffness score tender back hip hips leg legs side left right pelvis joint si sij flare injection injections visit appointment exercises helps help helping ease with smile thumbsup instead since last all ago treatment relief',
)
/** Right after the name these make another product of it: "Panadol Night", "Tylenol PM", "Tylenol 3". */
const PRODUCTS = words('am pm night nights day max plus relief back joint sleep sleeping all')
const CODEINE_NUMBER = /^[1-4]$/
const NUMBER = /^\d+(?:[.:]\d+)?$/
const MOST_A_DAY = 8
const PICTURE = /\p{Extended_Pictographic}/u
/** A question has fewer words; of a long text the middle is not read. */
const LONGEST = 40

/** More tablets than a day allows; strengths are in the hundreds. */
const isTooMany = ({ text: count }: Word): boolean => /^\d{1,2}$/.test(count) && Number(count) > MOST_A_DAY

const isPlain = ({ text }: Word): boolean =>
  PLAIN.has(text) || AMOUNTS.has(text) || FORMS.has(text) || NUMBER.test(text)

const isAnotherProduct = (text: readonly Word[], end: number): boolean => {
  const after = text[end]?.text ?? ''
  const next = text[end + 1]?.text ?? ''
  if (text[end]?.clause !== text[end - 1]?.clause) return false
  return PRODUCTS.has(after) || (CODEINE_NUMBER.test(after) && !AMOUNTS.has(next) && !FORMS.has(next))
}

const isJoinedToUnnamed = (text: readonly Word[]): boolean =>
  text.some((word, at) => {
    const next = text[at + 1]?.text
    return JOINS.has(word.text) && (next === undefined || UNNAMED.has(next) || NUMBER.test(next))
  })

/**
 * Whether a text that names paracetamol is about nothing else. Only then may it be answered with OK: one word that is
 * not known could be another medicine, an illness or a child.
 */
export function isParacetamolAlone({ words: text, plain }: Reading, named: readonly Mention[]): boolean {
  const others = text.filter((_, at) => !named.some(({ start, end }) => at >= start && at < end))
  const joinedForm =
    others.some((word) => JOINS.has(word.text)) && others.some((word) => FORMS.has(word.text))
  return (
    text.length <= LONGEST &&
    !joinedForm &&
    !isJoinedToUnnamed(text) &&
    !PICTURE.test(plain) &&
    !text.some(isTooMany) &&
    others.every(isPlain) &&
    !named.some(({ end }) => isAnotherProduct(text, end))
  )
}
