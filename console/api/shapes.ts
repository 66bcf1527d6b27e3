/** What the clinic API answers. The service's own views are the source: a field that goes there, goes here. */
import type { patientView } from '../../functions/http/patient-view.ts'
import type { differenceView, planView } from '../../functions/http/plan-view.ts'
import type { protocolSummary, protocolView } from '../../functions/http/protocol-view.ts'
import type { escalationView, taskView } from '../../functions/http/worklist-view.ts'
import type { InjectionState, PatientState } from '../../lib/patient/patient.ts'

export type { PatientSummary } from '../../lib/ports/patient-store.ts'
export type { InjectionState, PatientState }

type PatientView = ReturnType<typeof patientView>
type CourseView = PatientView['courses'][number]

export interface Injection {
  readonly injection: number
  readonly state: CourseView['injections'][number]['state']
  /** Booked: clinic wall clock. */
  readonly at?: string
  /** Proposed: a day without a time. */
  readonly date?: string
}
export type Course = Omit<CourseView, 'injections'> & { readonly injections: readonly Injection[] }
export type Patient = Omit<PatientView, 'courses'> & { readonly courses: readonly Course[] }
export type Sheet = Patient['sheet'][number]
export type CalendarText = ReturnType<typeof planView>[number]
export type ProtocolView = ReturnType<typeof protocolView>
export type ProtocolSummary = ReturnType<typeof protocolSummary>
export type ProtocolStep = ProtocolView['steps'][number]
export type Difference = ReturnType<typeof differenceView>
export type Escalation = ReturnType<typeof escalationView>
export type Task = ReturnType<typeof taskView>

export interface Page<T> {
  readonly items: readonly T[]
  readonly cursor?: string
}

/** A patient after a change, with all her texts and what the clinic should look at. */
export interface Changed {
  readonly patient: Patient
  readonly plan: readonly CalendarText[]
  readonly warnings: readonly string[]
}

export type {
  ClinicView,
  DayName,
  SettingsChangeView as SettingsChange,
  SettingsView as Settings,
} from '../../functions/http/clinic-view.ts'

export interface Enrolment {
  readonly reference: string
  readonly mobile: string
  readonly timeZone?: string
  readonly givenName?: string
  readonly label?: string
  readonly belt: boolean
  readonly injections: readonly { readonly at: string; readonly state?: 'booked' | 'confirmed' | 'given' }[]
  readonly consent: { readonly given: string; readonly method: string }
}

export interface InjectionChange {
  readonly at?: string
  readonly state?: InjectionState
}

/** What is left out stays as it is; `null` takes a name or label away. */
export interface PatientChange {
  readonly mobile?: string
  readonly timeZone?: string
  readonly givenName?: string | null
  readonly label?: string | null
  readonly belt?: boolean
  readonly fewerTexts?: boolean
}

/** All visits of these days, by so many days. */
export interface VisitsMove {
  readonly from: string
  readonly to: string
  readonly days: number
}

/** A further course of a patient who is enrolled already. */
export type NewCourse = Pick<Enrolment, 'injections' | 'belt'>

/** A course that nobody is enrolled in yet. */
export type PlanDraft = Pick<Enrolment, 'injections' | 'belt' | 'timeZone'>

export interface PlanPreview {
  readonly items: readonly CalendarText[]
  readonly warnings: readonly string[]
}

export type { ErasureView } from '../../functions/http/erasure-view.ts'
export type {
  EvidencePage as Evidence,
  SentRecord,
  UnsentRecord,
} from '../../functions/http/evidence-view.ts'
export type { ImportAnswer, ImportedRow } from '../../functions/http/import-view.ts'
export type { OpsFigure, OpsRow, OpsView } from '../../functions/http/ops-view.ts'
export type { AnswerDelivery, ChangeRecord, ReplyRecord } from '../../functions/http/records-view.ts'
export type {
  EscalationRow,
  NumberRow,
  PersonView,
  ScoreRow,
  SectionView,
  StripView,
  StuckRow,
  TaskRow,
  TodayView,
  VisitRow,
  VisitToClose,
} from '../../functions/http/today-view.ts'
export type {
  MovedPatientView as MovedPatient,
  VisitsMoveView,
} from '../../functions/http/visits-move-view.ts'
