/** What the page reads, as the local service and the clinic API say it. */

export interface PhoneMessage {
  readonly at: string
  readonly local: string
  readonly from: 'clinic' | 'patient'
  readonly body: string
  readonly status?: string
}

export interface Phone {
  readonly mobile: string
  readonly label: string
  readonly patientId?: string
  readonly zone: string
  readonly messages: readonly PhoneMessage[]
}

export interface PageState {
  readonly now: string
  readonly local: string
  readonly zone: string
  readonly clinic: { readonly name: string }
  readonly key: string
  readonly next?: string
  readonly phones: readonly Phone[]
  readonly failures: readonly { readonly functionName: string; readonly error: string }[]
  readonly firstSteps: {
    readonly reference: string
    readonly mobile: string
    readonly givenName: string
    readonly injections: readonly string[]
    readonly enrolCurl: string
  }
}

export interface Injection {
  readonly injection: number
  readonly state: string
  /** Booked: clinic wall clock. */
  readonly at?: string
  /** Proposed: a day without a time. */
  readonly date?: string
}

export interface Course {
  readonly course: number
  readonly injections: readonly Injection[]
}

export interface Patient {
  readonly id: string
  readonly reference: string
  readonly state: string
  readonly mobile: string
  readonly givenName?: string
  readonly courses: readonly Course[]
}

export interface CalendarText {
  readonly id: string
  readonly step: string
  readonly kind: string
  readonly injection: number
  readonly local: string
  readonly utc: string
  readonly state: string
  readonly reason?: string
  readonly body: string
}

export interface Enrolment {
  readonly reference: string
  readonly mobile: string
  readonly givenName?: string
  readonly injections: readonly { readonly at: string }[]
  readonly consent: { readonly given: string; readonly method: string }
}

export type ClockMove = { readonly next: true } | { readonly advanceSeconds: number }
