import type { Clinic } from '../patient/clinic.ts'
import { isOpen } from '../patient/escalation.ts'
import type { LedgerEntry, TextState } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import { MOST_TEXTS_A_DAY } from '../plan/due-now.ts'
import { nextSends } from '../plan/next-look.ts'
import { patientState, visitsAhead, visitsToClose } from '../plan/patient-state.ts'
import type { Plan } from '../plan/plan.ts'
import type { DaySummary, PatientSummary } from '../ports/patient-store.ts'
import { type Instant, latest } from '../time/instant.ts'
import { localAt } from '../time/zone.ts'

/** States of a text that is neither out nor given up. */
export type StuckState = Extract<TextState, 'retry' | 'held' | 'unknown'>
export const isStuck = (state: TextState): state is StuckState =>
  state === 'retry' || state === 'held' || state === 'unknown'

/** What lists show of a patient, and what tells whether her document is worth opening today. */
export function summaryOf(patient: Patient, plan: Plan, clinic: Clinic, now: Instant): PatientSummary {
  const [visit] = visitsAhead(patient, clinic, now)
  return {
    id: patient.id,
    reference: patient.reference,
    state: patientState(patient, plan),
    ...(visit && { nextVisit: visit.says }),
    openEscalations: patient.escalations.filter(isOpen).length,
    openTasks: patient.tasks.filter(isOpen).length,
    ...(patient.courses.length === 0 && { stranger: true as const }),
    day: daySummary(patient, plan, clinic, now),
  }
}

function daySummary(patient: Patient, plan: Plan, clinic: Clinic, now: Instant): DaySummary {
  const entries = Object.values(patient.ledger)
  const sent = entries.flatMap(({ attempts }) => attempts.flatMap(({ sentAt }) => sentAt ?? []))
  const silentSince = patient.optedOut?.at ?? patient.numberBad?.at
  return {
    visits: [...visitsToClose(patient, clinic, now), ...visitsAhead(patient, clinic, now)].map(
      ({ says }) => says,
    ),
    texts: nextSends(plan, patient, clinic, now, MOST_TEXTS_A_DAY),
    ...(sent.length > 0 && { lastSent: latest(...sent) }),
    ...(entries.length > 0 && { lastMove: latest(...entries.map(({ at }) => at)) }),
    ...(sent.length > 0 && { sent: sentOnDay(entries, clinic, latest(...sent)) }),
    stuck: entries.filter(({ state }) => isStuck(state)).length,
    ...(silentSince !== undefined && { silentSince }),
  }
}

const IS_OUT = new Set<TextState>(['sent', 'delivered', 'undelivered'])

/** The texts Twilio took on the clinic's day of `at`; one that is tried again is not out. */
function sentOnDay(
  entries: readonly LedgerEntry[],
  { zone }: Clinic,
  at: Instant,
): NonNullable<DaySummary['sent']> {
  const { date } = localAt(zone, at)
  const went = entries.filter(({ state, attempts }) => {
    const sentAt = attempts.findLast((attempt) => attempt.sentAt !== undefined)?.sentAt
    return IS_OUT.has(state) && sentAt !== undefined && localAt(zone, sentAt).date === date
  })
  return { date, texts: went.length }
}
