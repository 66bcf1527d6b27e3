import type { Span } from '../pattern.ts'
import type { Word } from '../reading.ts'
import { words } from './word-list.ts'

/** Adults who may be the patient, with a relative at the phone. */
const CLOSE = words(
  'mum mom mother dad father husband wife hubby partner nan nana gran grandma pop boyfriend girlfriend bf gf missus mums dads inlaw mil',
)
/** The writer has a visit of her own. */
const OWN_VISIT =
  /\b(?:my (?:visit|appointment|injection|one|slot|time)|i (?:cant|wont|need|have to)|ill be|im (?:with|at|stuck|not coming)|can (?:we|i) (?:change|move|do|come)|not me)\b/
const PEOPLE = words(
  'mum mom mother dad father son daughter husband wife hubby partner kid kids child children baby brother sister friend mate neighbour neighbor boss cousin aunt uncle nan nana gran grandma grandad grandpa pop dog cat horse puppy boyfriend girlfriend bf gf grandson granddaughter niece nephew colleague toddler flatmate housemate mums dads sons daughters mil inlaw',
)
const HAS = words(
  'has have had got gets is was in on are were having with having broke fell vomited vomiting sick unwell went having swollen pregnant keeps',
)
const ANIMALS = words('dog cat horse puppy chook goat kitten bird rabbit pony pup chooks hen cow sheep')
/** Those who are hardly the patient: their emergencies are not hers either. */
const STRANGERS = words(
  'neighbour neighbor guy lady bloke woman workmate colleague student boss cousin aunt aunty uncle grandson granddaughter grandkid toddler friend mate niece nephew flatmate teacher customer patient everybody somebody granddad grandad grandpa',
)
const HER_PARTS = words(
  'leg knee foot ankle hip back site wound spot hole skin area lump bladder bowel face lip lips throat tongue eye calf joint dressing patient one other right left',
)
const THINGS = words(
  'car ute van bus train phone internet wifi system machine fridge computer laptop tv roof ceiling bridge tent shed fence economy market deal website app printer boiler heater aircon dishwasher washer dryer engine battery power tap pipe hose pump gutter drain sink pool spa bin table chair ladder',
)
/** Of another person an emergency is believed, unless it is an old one. */
const BEFORE_NOW = words('had was got died')
const REPORTS = words(
  'says said thinks reckons noticed told found saw texting looked took worried asked checked',
)
const HERSELF = words('but because me im ive')

const isOneOf = (people: ReadonlySet<string>, word: string): boolean =>
  people.has(word) || (word.endsWith('s') && people.has(word.slice(0, -1)))

const isPerson = (word: string): boolean =>
  isOneOf(PEOPLE, word) || isOneOf(STRANGERS, word) || isOneOf(ANIMALS, word)

const ARTICLES = words('the our a an your their this that')

/** "the pumpkin has collapsed": what a thing does as well as a person. */
const isSomething = (text: readonly Word[], start: number): boolean => {
  const does = text[start]?.text ?? ''
  const at = /^(?:has|have|just|finally|is|was)$/.test(text[start - 1]?.text ?? '') ? start - 2 : start - 1
  const subject = text[at]?.text ?? ''
  return (
    /^collaps|^leak|^swollen$/.test(does) &&
    ARTICLES.has(text[at - 1]?.text ?? '') &&
    !isPerson(subject) &&
    !HER_PARTS.has(subject)
  )
}

/** The thing right before a sign has it: "the internet collapsed". */
const isAThings = (text: readonly Word[], start: number): boolean =>
  isSomething(text, start) ||
  [1, 2].some((back) => {
    const word = text[start - back]
    return word?.clause === text[start]?.clause && THINGS.has(word?.text ?? '')
  })

/** "mum had a stroke", "my dog has a rash"; not "my wife says my face is drooping", nor what came of the injection. */
export function isSomeoneElses(text: readonly Word[], { start }: Span, urgent: boolean): boolean {
  const clause = text[start]?.clause
  if (isAThings(text, start)) return true
  const ofInjection = text.some((word) => word.text === 'injection')
  for (let at = start - 1; at >= Math.max(0, start - 8); at -= 1) {
    const word = text[at]
    if (word === undefined || word.clause !== clause) return false
    if (
      HERSELF.has(word.text) ||
      (word.text === 'i' && at > 0) ||
      (word.text === 'my' && !isPerson(text[at + 1]?.text ?? ''))
    )
      return false
    if (isPerson(word.text)) {
      const isStranger = isOneOf(STRANGERS, word.text) || isOneOf(ANIMALS, word.text)
      if (ofInjection && !isStranger) return false
      const said = text[at + 1]?.text ?? ''
      if (text.slice(at + 1, start).some(({ text: between }) => REPORTS.has(between))) return false
      if (isStranger) return true
      if (isOneOf(CLOSE, word.text)) return OWN_VISIT.test(text.map((each) => each.text).join(' '))
      if (urgent) return BEFORE_NOW.has(said)
      return (
        HAS.has(said) ||
        at + 1 === start ||
        (!REPORTS.has(said) && [2, 3].some((further) => HAS.has(text[at + further]?.text ?? '')))
      )
    }
  }
  return false
}
