import type { Clinic } from '../patient/clinic.ts'
import { isTextId } from '../patient/identifiers.ts'
import type { Alarm, Patient } from '../patient/patient.ts'
import { computePlan } from '../plan/compute-plan.ts'
import { alarmTime, nextLook } from '../plan/next-look.ts'
import type { Plan } from '../plan/plan.ts'
import type { PatientSummary } from '../ports/patient-store.ts'
import type { Instant } from '../time/instant.ts'
import { bounded } from './bounded.ts'
import type { Snapshot } from './change.ts'
import { moved, reasonOfVisit, withEntry } from './ledger-moves.ts'
import type { Services } from './services.ts'
import { summaryOf } from './summary.ts'

/** A patient ready to be written: plan followed, alarm armed, next look set. */
export interface Settled {
  readonly patient: Patient
  readonly summary: PatientSummary
  /** An alarm was set for a state that is not written yet. */
  readonly armed: boolean
}

/**
 * Brings what depends on the plan in line with a changed patient. Undefined when nothing at all would change, so that
 * every replay is a no-op.
 */
export async function settle(
  services: Services,
  { patient: before, clinic }: Snapshot,
  changed: Patient | undefined,
  { now, armAnyway }: { readonly now: Instant; readonly armAnyway: boolean },
): Promise<Settled | undefined> {
  const plan = computePlan(changed ?? before, clinic)
  const current = withoutOrphans(changed ?? before, plan, now)
  const patient = bounded(current)
  const { alarm, armed } = await arm(services, patient, alarmTime(plan, patient, clinic, now), armAnyway)
  const settled = readyToWrite(replaceAlarm(patient, alarm), plan, clinic, now)
  const isSame = current === before && settled.patient.lookAt === before.lookAt
  if (isSame && !armed && alarm?.at === before.alarm?.at) return undefined
  return { ...settled, armed }
}

/** A patient as the next version of herself, with her next look, and what lists show of her. */
export function readyToWrite(
  { lookAt: _, ...patient }: Patient,
  plan: Plan,
  clinic: Clinic,
  now: Instant,
): Pick<Settled, 'patient' | 'summary'> {
  const lookAt = nextLook(plan, patient, clinic, now)
  const settled = { ...patient, ...(lookAt !== undefined && { lookAt }), version: patient.version + 1 }
  return { patient: settled, summary: summaryOf(settled, plan, clinic, now) }
}

/** A text waiting to be tried again whose visit is no longer planned will not go any more. */
function withoutOrphans(patient: Patient, plan: Plan, now: Instant): Patient {
  const planned = new Set<string>(plan.map(({ id }) => id))
  let kept = patient
  for (const [id, entry] of Object.entries(patient.ledger)) {
    const waiting = entry.state === 'retry' || entry.state === 'held'
    if (!isTextId(id) || !waiting || planned.has(id)) continue
    const reason = reasonOfVisit(patient, id)
    kept = withEntry(kept, id, moved(entry, { state: 'skipped', reason, at: now, attempts: entry.attempts }))
  }
  return kept
}

interface Armed {
  readonly alarm: Alarm | undefined
  readonly armed: boolean
}

/** Sets the alarm if it is not believed to be set so already. What cannot be armed is left to the sweep. */
async function arm(
  services: Services,
  patient: Patient,
  at: Instant | undefined,
  anyway: boolean,
): Promise<Armed> {
  const { alarms, metrics } = services
  const mine = patient.alarm?.by === alarms.kind ? patient.alarm : undefined
  // Armed in vain a moment ago and not needed now: nobody knows any more what it is set to.
  if (at === undefined && anyway) return { alarm: mine && { by: mine.by }, armed: false }
  if (at === undefined || (mine?.at === at && !anyway)) return { alarm: patient.alarm, armed: false }
  const { id: patientId, clinicId } = patient
  const outcome = await alarms.set({ patientId, clinicId, at, first: mine === undefined })
  if (outcome === 'armed') return { alarm: { by: alarms.kind, at }, armed: true }
  metrics.add('AlarmFailures', 1, outcome)
  return { alarm: mine && { by: mine.by }, armed: false }
}

function replaceAlarm({ alarm: _, ...rest }: Patient, alarm: Alarm | undefined): Patient {
  return { ...rest, ...(alarm && { alarm }) }
}
