import type { Span } from '../pattern.ts'
import type { Word } from '../reading.ts'
import { words } from './word-list.ts'

const NEGATORS = words(
  'no not dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt never without nil none nor neither aint zero cant nothing',
)
/** After these a "not" is no denial: "dont know if", "not sure". */
const UNSURE = words(
  'know sure want like worry tell only just mind think care idea doubt certain matter remember normal',
)
/** Words a denial reaches across: "no sign of any redness". */
const REACHES = words(
  'any a an the my of at all sign signs real really much more been is was have has had got get getting feel feeling felt having think its it that this too very or nor and no new other unusual obvious major even yet ever having see seen notice noticed noticing run running single bit so far issues issue problems problem with trouble from symptoms symptom pain weird extra high such great particularly significant experience experienced experiencing actual anymore longer looking look showing',
)
const NOUNS = words(
  'redness swelling fever pus rash chills numbness tingling weakness discharge bleeding infection temperature pain headache vomiting bruise oozing hives heat warmth clot sweats shivers smell',
)
const CLOSES = words(
  'but though just except although however apart because since so while when then until after now',
)
const NEW_CLAUSE = words('my the its i im ive it theres there cant have got now also both is feel')

const QUALITIES = words(
  'red hot warm numb swollen puffy sore leg legs chest foot feet calf skin bladder bowels breathe dizzy weak confused sick faint itchy inflamed infected one both side unwell leaking weeping smelly throat tongue face arm stiff neck fever short black tarry bloody stools stool poo wee blood lips eyes puffy puffiness spots lumps hard smelly shaky tired heavy thoughts harming hurting killing bad breathing pins needles',
)
const isQuality = (word: string): boolean => QUALITIES.has(word)

const sees = (word: Word | undefined): boolean =>
  word?.text === 'see' || word?.text === 'find' || word?.text === 'notice'

/** A denial whose reach runs from its word to the sign. */
function isDeniedBefore(text: readonly Word[], { start, skipped }: Span): boolean {
  if (skipped.some((at) => NEGATORS.has(text[at]?.text ?? '') && text[at]?.text !== 'cant')) return true
  const sign = text[start]
  if (sign === undefined || CLOSES.has(sign.text)) return false
  for (let at = start - 1; at >= 0; at -= 1) {
    const word = text[at]
    if (word === undefined || word.clause !== sign.clause || CLOSES.has(word.text)) return false
    const pauses = word.part !== text[at + 1]?.part
    if (pauses && !continuesList(text, at + 1, sign)) return false
    if (word.text === 'and' && NEW_CLAUSE.has(text[at + 1]?.text ?? '')) return false
    if (NEGATORS.has(word.text))
      return !UNSURE.has(text[at + 1]?.text ?? '') && (word.text !== 'cant' || sees(text[at + 1]))
    if (!REACHES.has(word.text) && !NOUNS.has(word.text) && !isQuality(word.text)) return false
  }
  return false
}

/** After a comma a denial goes on over bare nouns and over "x, y or z", not over "no fever, leg numb". */
function continuesList(text: readonly Word[], at: number, sign: Word): boolean {
  const part = text[at]?.part
  const inPart = text.filter((word) => word.part === part)
  const orLater = text.some(
    (word) =>
      word.clause === sign.clause && word.part >= (part ?? 0) && (word.text === 'or' || word.text === 'nor'),
  )
  if (orLater && inPart.length <= 6) return true
  return (
    inPart.length <= 2 &&
    inPart.every((word) => NOUNS.has(word.text) || word.text === 'and' || word.text === 'or')
  )
}

/** "fever? no", "redness none", "swelling: nil". */
function isAnsweredNo(text: readonly Word[], { end }: Span): boolean {
  const next = text[end]?.text
  const follows = text[end + 1]
  return (
    (next === 'none' || next === 'nil' || next === 'negative' || next === 'no' || next === 'nope') &&
    (follows === undefined || follows.clause !== text[end]?.clause || follows.part !== text[end]?.part)
  )
}

/** The text says that the sign is not there. */
export const isDenied = (text: readonly Word[], span: Span): boolean =>
  isDeniedBefore(text, span) || isAnsweredNo(text, span)
