import type { Intent } from '../patient/patient.ts'
import { isNsaid } from './drugs/dictionary.ts'
import type { DrugFound } from './finding.ts'
import { type Detector, detector, type Said } from './meaning.ts'
import type { Reading } from './reading.ts'

/** One meaning of a text, and the words that say it. */
export interface Read {
  readonly intent: Intent
  readonly why: string
}

/** What follows "Stop." where another matter comes after the opt-out; friends who laugh go on otherwise. */
const AFTER_STOP = new Set(
  'and also btw by plus can could please my thanks cancel remove delete dont not moved'.split(' '),
)
/** "Stop. And by the way, great service": the first sentence opts out, the next is another matter. */
const stopFirst: Detector = ({
  text: {
    words: [first, next],
  },
}) =>
  first?.text === 'stop' && next !== undefined && next.clause !== first.clause && AFTER_STOP.has(next.text)
    ? `${first.raw}. ${next.raw}`
    : undefined

/** R opens the text; "r u open" asks. */
const NOT_R = new Set(
  'u you ya yous we they there these those the my your any all i anti panadol nurofen it'.split(' '),
)
const letterR: Detector = ({
  text: {
    words: [first, next],
  },
}) => (first?.raw === 'r' && next !== undefined && !NOT_R.has(next.raw) ? `r ${next.raw}` : undefined)

type Detectors = readonly (readonly [Intent, Detector])[]

/** In the order in which they drive the answer; medicines and scores stand between. */
const BEFORE_MEDICINES: Detectors = [
  ['stop', detector('optOut')],
  ['stop', detector('bareStop')],
  ['stop', stopFirst],
  ['wrong_number', detector('wrongNumber')],
  ['start', detector('optIn')],
  ['help', detector('help')],
  ['cannot_attend', letterR],
  ['cannot_attend', detector('cannotAttend')],
  ['confirm', detector('confirm')],
]
const AFTER_MEDICINES: Detectors = [['cannot_attend', detector('ill')]]
const AFTER_SCORES: Detectors = [
  ['less', detector('fewerTexts')],
  ['more', detector('moreTexts')],
  ['no', detector('no')],
  ['yes', detector('yes')],
  ['thanks', detector('thanks')],
]

function* detected(said: Said, detectors: Detectors): Generator<Read> {
  for (const [intent, detect] of detectors) {
    const why = detect(said)
    if (why !== undefined) yield { intent, why }
  }
}

const ofMedicine = (drug: DrugFound): Read => ({
  intent: isNsaid(drug.class) ? 'nsaid_question' : 'other_drug_question',
  why: `medicine: ${drug.name} (${drug.ingredient})`,
})

/** Words that ask about a medicine, where a score beside it would only tell. */
const ASKS =
  /\b(?:can|could|should|may|do|does|when|what|which|how) (?:i|we|it|the|my|much|many|else)\b|\bok to\b|\ballowed\b|\bsafe\b|\binstead\b|\b(?:is|are) (?:\w+ ){1,3}(?:ok|okay|safe|allowed|alright)\b|\?/
const ABOUT_A_VISIT =
  /^r\b|appoint|visit|book|inject|\bcome|coming|attend|sched|cancel|postpon|later|earl|\btime|week|slot|spot|\bmake|move|change|push|funeral|covid|sick|bail|rain|miss|still (?:come|have)/
/** Weaker than a question about a medicine: "warfarin, still good for the 14th?" */
const yields = ({ intent, why }: Read): boolean =>
  (intent === 'confirm' && !/^(?:c|cc|confirm\w*|yes|yep|yeah|see|coming)\b/.test(why)) ||
  (intent === 'cannot_attend' && !ABOUT_A_VISIT.test(why))

/** All meanings of a text but red flags, the one that drives the answer first. */
export function meaningsOf(
  reading: Reading,
  said: Said,
  drug: DrugFound | undefined,
  value: number | undefined,
): readonly Read[] {
  const medicine = drug === undefined ? [] : [ofMedicine(drug)]
  const score: readonly Read[] = value === undefined ? [] : [{ intent: 'pain_score', why: `score ${value}` }]
  // "6, took 2 panadol" tells a score; "6, can I have nurofen" asks about a medicine.
  const asks = reading.asks || ASKS.test(reading.plain)
  const scoreFirst = drug !== undefined && !isNsaid(drug.class) && !asks
  const first = [...detected(said, BEFORE_MEDICINES)]
  const later = drug !== undefined && asks ? first.filter(yields) : []
  const found = [
    ...first.filter((each) => !later.includes(each)),
    ...(scoreFirst
      ? [...score, ...medicine]
      : [...medicine, ...later, ...detected(said, AFTER_MEDICINES), ...score]),
    ...detected(said, AFTER_SCORES),
  ]
  const onlyAsks = found.length === 0 && /^\s*\?+\s*$/.test(reading.plain)
  return onlyAsks ? [{ intent: 'help', why: reading.plain.trim() }] : found
}
