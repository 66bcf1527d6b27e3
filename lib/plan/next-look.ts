import type { Clinic } from '../patient/clinic.ts'
import type { Patient } from '../patient/patient.ts'
import { after, ceilMinute, type Instant, MINUTE } from '../time/instant.ts'
import { bookingAskDue } from './booking-ask.ts'
import { claimableAt, isPending, readyAt, standingReason } from './due-now.ts'
import { escalationLook } from './ladder.ts'
import type { Plan, PlannedText } from './plan.ts'

/** An alarm nearer than this may never fire: a rule takes a while to take effect. The sweep serves what is nearer. */
const SHORTEST_ALARM = 2 * MINUTE
/** How long the sweep leaves a text to the alarm believed armed for it. */
export const ALARM_GRACE = 2 * MINUTE

/** When each text, or retry, that can still go may actually be sent; soonest first. */
export const nextSends = (plan: Plan, patient: Patient, clinic: Clinic, now: Instant): readonly Instant[] =>
  plan
    .filter((text) => isPending(patient.ledger[text.id]) && text.skip === undefined)
    .filter((text) => standingReason(text, patient) === undefined)
    .map((text) => claimableAt(text, patient, clinic, now))
    .filter((at) => at !== undefined)
    .sort((a, b) => a - b)

/** When the next text, or retry, may actually be sent; undefined when none is left that can be. */
export const nextSend = (plan: Plan, patient: Patient, clinic: Clinic, now: Instant): Instant | undefined =>
  nextSends(plan, patient, clinic, now)[0]

/** What the patient's alarm should be set to: whole minutes; undefined when the sweep serves what comes next. */
export function alarmTime(plan: Plan, patient: Patient, clinic: Clinic, now: Instant): Instant | undefined {
  // What is held waits for the sender: the sweep, which asks about it, looks after those texts too.
  const unheld = plan.filter(({ id }) => patient.ledger[id]?.state !== 'held')
  const at = nextSend(unheld, patient, clinic, now)
  return at === undefined || at < after(now, SHORTEST_ALARM) ? undefined : ceilMinute(at)
}

/**
 * When somebody must look at the patient again: the earliest of every unfinished thing. The only place that decides
 * it, so that nothing stored is ever without a look; undefined only when nothing is left.
 */
export function nextLook(plan: Plan, patient: Patient, clinic: Clinic, now: Instant): Instant | undefined {
  const pending = plan
    .filter((text) => isPending(patient.ledger[text.id]))
    .map((text) => lookAtText(text, patient, clinic, now))
  const looks = Object.values(patient.ledger).flatMap(({ state, claim, lookAt }) => {
    if (state === 'sending') return claim === undefined ? [now] : [claim.deadline]
    return lookAt !== undefined && (state === 'unknown' || state === 'sent') ? [lookAt] : []
  })
  const asks = patient.courses.flatMap((course) => bookingAskDue(patient, clinic, course) ?? [])
  const flags = patient.escalations.flatMap((escalation) => escalationLook(escalation, clinic, now) ?? [])
  const erasure = patient.erasing === undefined ? [] : [patient.erasing.lookAt]
  const all = [...pending, ...looks, ...asks, ...flags, ...erasure]
  return all.length === 0 ? undefined : minimum(all)
}

/** A text that will go waits for its alarm, if one is armed; one that will be skipped is written down when it falls due. */
function lookAtText(text: PlannedText, patient: Patient, clinic: Clinic, now: Instant): Instant {
  const stopped = text.skip !== undefined || standingReason(text, patient) !== undefined
  const at = stopped ? undefined : claimableAt(text, patient, clinic, now)
  if (at === undefined) return readyAt(patient, text)
  return patient.alarm?.at === ceilMinute(at) ? after(ceilMinute(at), ALARM_GRACE) : at
}

const minimum = (instants: readonly Instant[]): Instant => instants.reduce((a, b) => (a <= b ? a : b))
