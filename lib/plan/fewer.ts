import { isTextId, type TextId, textIdParts } from '../patient/identifiers.ts'
import type { LedgerEntry } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import { familyOf } from '../protocol/protocol.ts'
import type { Plan, PlannedText } from './plan.ts'

/** Questions in a row without an answer after which nudges are halved. */
const UNANSWERED_IN_A_ROW = 3

const NUDGES = new Set(['B', 'X'])
const QUESTIONS = new Set(['B', 'X', 'P'])

/**
 * LESS leaves out nudges and pain checks. Without it, after three questions in a row unanswered every second remaining
 * nudge is left out until she answers one; pain checks stay, a doctor reads them.
 */
export function thinsOut(text: PlannedText, plan: Plan, patient: Patient): boolean {
  const family = familyOf(text.step.key)
  if (patient.fewerTexts) return QUESTIONS.has(family)
  if (!NUDGES.has(family)) return false
  const silentSince = silence(patient)
  if (silentSince === undefined) return false
  const since = plan.filter(
    (other) => NUDGES.has(familyOf(other.step.key)) && other.due > silentSince && other.due < text.due,
  )
  return since.length % 2 === 1
}

/** Due time of the question with which her silence became a habit; undefined while she answers. */
function silence(patient: Patient): number | undefined {
  const asked = Object.entries(patient.ledger)
    .filter(([id, entry]) => isTextId(id) && isQuestion(id) && wasAsked(entry))
    .map(([, entry]) => entry)
    .sort((a, b) => a.due - b.due)
  const lastAnswered = asked.findLastIndex(({ answered }) => answered !== undefined)
  return asked.slice(lastAnswered + 1).at(UNANSWERED_IN_A_ROW - 1)?.due
}

const isQuestion = (id: TextId): boolean => QUESTIONS.has(textIdParts(id).step.slice(0, 1))
const wasAsked = ({ state }: LedgerEntry): boolean => state === 'sent' || state === 'delivered'
