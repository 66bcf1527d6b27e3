import type { Clinic } from '../patient/clinic.ts'
import type { Patient } from '../patient/patient.ts'
import type { AnswerKey } from '../protocol/answers.ts'
import { answerBody } from '../protocol/say.ts'
import type { LocalDateTime } from '../time/local-date.ts'

/** What a reply does to the patient, and what she is told. */
export interface Response {
  readonly patient: Patient
  readonly answer?: { readonly key: AnswerKey; readonly body: string }
}

export interface Details {
  readonly visitAt?: LocalDateTime
  readonly x?: number
  readonly label?: string
  readonly drug?: string
}

/** The patient as she is now, with an answer in the clinic's words. */
export function say(patient: Patient, clinic: Clinic, key: AnswerKey, details: Details = {}): Response {
  return { patient, answer: { key, body: answerBody(key, { clinic, zone: patient.zone, ...details }) } }
}
