import type { Span } from '../pattern.ts'
import type { Word } from '../reading.ts'
import { words } from './word-list.ts'

const PEOPLE = words(
  'mum mom mother dad father son daughter husband wife hubby partner kid kids child children baby brother sister friend mate neighbour neighbor boss cousin aunt uncle nan nana gran grandma grandad grandpa pop dog cat horse puppy boyfriend girlfriend bf gf grandson granddaughter niece nephew colleague toddler flatmate housemate mums dads sons daughters mil inlaw',
)
const HAS = words(
  'has have had got gets is was in on are were having with having broke fell vomited vomiting sick unwell went having swollen pregnant keeps',
)
const ANIMALS = words('dog cat horse puppy')
/** Of another person an emergency is believed, unless it is an old one. */
const BEFORE_NOW = words('had was got died')
const REPORTS = words(
  'says said thinks reckons noticed told found saw texting looked took worried asked checked',
)
const HERSELF = words('but because me im ive')

/** "mum had a stroke", "my dog has a rash"; not "my wife says my face is drooping", nor what came of the injection. */
export function isSomeoneElses(text: readonly Word[], { start }: Span, urgent: boolean): boolean {
  const clause = text[start]?.clause
  if (text.some((word) => word.text === 'injection')) return false
  for (let at = start - 1; at >= Math.max(0, start - 8); at -= 1) {
    const word = text[at]
    if (word === undefined || word.clause !== clause) return false
    if (
      HERSELF.has(word.text) ||
      (word.text === 'i' && at > 0) ||
      (word.text === 'my' && !PEOPLE.has(text[at + 1]?.text ?? ''))
    )
      return false
    if (PEOPLE.has(word.text)) {
      const said = text[at + 1]?.text ?? ''
      if (text.slice(at + 1, start).some(({ text: between }) => REPORTS.has(between))) return false
      if (urgent && !ANIMALS.has(word.text)) return BEFORE_NOW.has(said)
      return (
        HAS.has(said) ||
        at + 1 === start ||
        (!REPORTS.has(said) && [2, 3].some((further) => HAS.has(text[at + further]?.text ?? '')))
      )
    }
  }
  return false
}
