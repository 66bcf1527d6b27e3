import type { Consent, InjectionState } from '../patient/patient.ts'
import type { LocalDate, LocalDateTime } from '../time/local-date.ts'

/** Who at the clinic asks, for the history; `api` when the call does not say. */
export interface Asked {
  readonly actor: string
}

export interface InjectionRequest {
  /** The clinic's wall clock. */
  readonly at: LocalDateTime
  readonly state?: 'booked' | 'confirmed' | 'given'
}

export interface EnrolRequest extends Asked {
  readonly reference: string
  /** As typed; normalised to E.164 with the clinic's country. */
  readonly mobile: string
  /** IANA name; the clinic's zone when absent. */
  readonly timeZone?: string
  readonly givenName?: string
  readonly label?: string
  /** Protocol version id; the newest released one when absent. */
  readonly protocol?: string
  readonly injections: readonly InjectionRequest[]
  /** The clinic's setting when absent. */
  readonly belt?: boolean
  readonly consent: Consent
}

export type CourseRequest = Asked & Pick<EnrolRequest, 'protocol' | 'injections' | 'belt'>

/** A new time books or moves; a state marks. */
export interface InjectionChange extends Asked {
  readonly course: number
  readonly injection: number
  readonly at?: LocalDateTime
  readonly state?: InjectionState
}

/** All visits from the first to the last of these days, by so many days. */
export interface VisitsMove extends Asked {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly days: number
}

/** `null` removes a name or label. */
export interface PatientChange extends Asked {
  readonly mobile?: string
  readonly timeZone?: string
  readonly givenName?: string | null
  readonly label?: string | null
  readonly belt?: boolean
  readonly fewerTexts?: boolean
}

export type Standing = 'pause' | 'resume' | 'withdraw'

export interface EndSeriesRequest extends Asked {
  /** Required when two courses run. */
  readonly course?: number
}
