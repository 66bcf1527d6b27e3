import type { Intent } from '../patient/patient.ts'
import type { Question } from '../protocol/protocol.ts'

/** What a medicine is to this service: it decides the answer. `ask` is the clinic's or a pharmacist's to answer. */
export type DrugClass =
  | 'nsaid'
  | 'nsaid_topical'
  | 'aspirin'
  | 'blood_thinner'
  | 'steroid'
  | 'unknown'
  | 'ask'
  | 'paracetamol'

export interface DrugFound {
  /** As the answer says it, at most 18 characters of GSM-7. */
  readonly name: string
  /** First ingredient, for example `ibuprofen`; `nsaid` for a class word. */
  readonly ingredient: string
  readonly class: DrugClass
  /** She says that she has taken it. */
  readonly taken: boolean
  /** She says that a doctor put her on it. */
  readonly prescribed: boolean
}

/** What a reply is read against. */
export interface TriageContext {
  /** Last question sent to her. */
  readonly asked?: Question
  /** Days since the last injection. */
  readonly dayInPhase?: number
  /** ISO country: names that mean another medicine elsewhere. `AU` if not given. */
  readonly country?: string
}

/** What triage reads in a reply, and the words that decided. */
export interface Finding {
  readonly intent: Intent
  /** Pain score, 0..10. */
  readonly value?: number
  /** Secondary meanings, to be acted on as well. */
  readonly also?: readonly Intent[]
  /** Of a red flag: 1 call the emergency number, 2 call the clinic today. */
  readonly tier?: 1 | 2
  /** A red flag with an answer of its own. */
  readonly answer?: 'crisis' | 'poison' | 'pregnant'
  readonly drug?: DrugFound
  /** For staff and the command line; never logged. */
  readonly why: string
}
