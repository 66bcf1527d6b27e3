import type { ClinicRegister } from '../ports/clinic-register.ts'
import type { Clock } from '../ports/clock.ts'
import type { DailyMarks } from '../ports/daily-marks.ts'
import type { Evidence } from '../ports/evidence.ts'
import type { Identities } from '../ports/identities.ts'
import type { Log } from '../ports/log.ts'
import type { Metrics } from '../ports/metrics.ts'
import type { PatientAlarms } from '../ports/patient-alarms.ts'
import type { PatientStore } from '../ports/patient-store.ts'
import type { PhoneBook } from '../ports/phone-book.ts'
import type { Readiness } from '../ports/readiness.ts'
import type { Replans } from '../ports/replans.ts'
import type { SenderBreakers } from '../ports/sender-breakers.ts'
import type { StaffAlerts } from '../ports/staff-alerts.ts'
import type { Texting } from '../ports/texting.ts'
import type { WebhookSignatures } from '../ports/webhook-signatures.ts'

/** Everything a use case may touch. The only way effects reach the core. */
export interface Services {
  readonly clock: Clock
  readonly identities: Identities
  readonly patients: PatientStore
  readonly evidence: Evidence
  readonly phones: PhoneBook
  readonly clinics: ClinicRegister
  readonly breakers: SenderBreakers
  readonly alarms: PatientAlarms
  /** What held the alarms before the service was switched over; the daily pass empties it. */
  readonly formerAlarms?: PatientAlarms
  readonly dailyMarks: DailyMarks
  readonly replans: Replans
  readonly texting: Texting
  readonly signatures: WebhookSignatures
  readonly alerts: StaffAlerts
  readonly readiness: Readiness
  readonly log: Log
  readonly metrics: Metrics
}
