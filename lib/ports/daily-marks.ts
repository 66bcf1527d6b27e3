import type { ClinicId } from '../patient/identifiers.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { Overdue } from './patient-store.ts'

/** How far the daily pass has come, so that the next run goes on where the last one stopped. */
export interface DailyMark {
  /** The UTC date the pass is for. */
  readonly day: LocalDate
  readonly part: 'patients' | 'former-alarms' | 'alarms' | 'done'
  /** The last patient checked; absent at the start of the part. */
  readonly lastPatient?: Overdue
  /** Where the list of alarms goes on; absent at the start of a part. */
  readonly alarmCursor?: string
  /** Alarms there were when the pass began, and how many there may be. */
  readonly alarmsUsed?: { readonly count: number; readonly limit: number }
  /** Open escalations counted so far. */
  readonly openEscalations: number
  /** Clinics met on this pass. */
  readonly clinics?: readonly ClinicId[]
  /** Clinics whose alert routes are still to be tested this week, each when it is open. */
  readonly routeTests?: readonly ClinicId[]
}

/** The one note that the daily pass keeps. The sweep alone writes it, and there is one sweep at a time. */
export interface DailyMarks {
  read(): Promise<DailyMark | undefined>
  write(mark: DailyMark): Promise<void>
}
