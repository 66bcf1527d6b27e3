import type { Patient } from '../patient/patient.ts'
import type { AnswerKey } from '../protocol/answers.ts'
import type { Instant } from '../time/instant.ts'
import type { DrugFound } from '../triage/finding.ts'
import { type Response, say } from './answer.ts'
import type { Snapshot } from './change.ts'
import { withTask } from './tasks.ts'

/**
 * Answers a question about a medicine, or news of one taken. Never says that an anti-inflammatory or an unknown
 * medicine is fine, and never that a prescribed one should be stopped: a prescribed one is the clinic's to talk about.
 */
export function medicineResponse(
  { patient, clinic }: Snapshot,
  drug: DrugFound | undefined,
  now: Instant,
): Response {
  const key = drug === undefined ? 'drug.unknown' : answerFor(drug, clinic.protocolSettings.topicalCounts)
  const promised = drug?.prescribed || key === 'nsaid.taken'
  const tasked = promised ? withTask(patient, clinic, 'medicine', now) : patient
  const noted =
    key === 'nsaid.taken' || (drug?.taken && isAntiInflammatory(drug)) ? withSlip(tasked, drug, now) : tasked
  return say(noted, clinic, key, drug === undefined ? {} : { drug: drug.name })
}

const isAntiInflammatory = (drug: DrugFound): boolean =>
  drug.class === 'nsaid' || drug.class === 'nsaid_topical'

function answerFor(drug: DrugFound, topicalCounts: boolean): AnswerKey {
  switch (drug.class) {
    case 'nsaid':
      return drug.taken && !drug.prescribed ? 'nsaid.taken' : 'nsaid'
    case 'nsaid_topical':
      return topicalCounts ? 'nsaid.topical' : 'ask'
    case 'aspirin':
      return 'aspirin'
    case 'steroid':
    case 'blood_thinner':
      return 'dontstop'
    case 'paracetamol':
      return 'paracetamol'
    case 'ask':
      return 'ask'
    case 'unknown':
      return 'drug.unknown'
  }
}

/** Most slips kept; the doctor reads them before the next visit. */
const KEPT_SLIPS = 20

function withSlip(patient: Patient, drug: DrugFound | undefined, now: Instant): Patient {
  if (drug === undefined) return patient
  return {
    ...patient,
    slips: [...patient.slips, { at: now, ingredient: drug.ingredient }].slice(-KEPT_SLIPS),
  }
}
