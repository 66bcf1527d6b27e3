import type { Clinic } from '../patient/clinic.ts'
import type { Patient } from '../patient/patient.ts'
import { after, ceilMinute, earliest, type Instant, MINUTE } from '../time/instant.ts'
import { bookingAskDue } from './booking-ask.ts'
import { claimableAt, isPending, readyAt, standingReason } from './due-now.ts'
import { escalationLook } from './ladder.ts'
import type { Plan, PlannedText } from './plan.ts'

/** An alarm nearer than this may never fire: a rule takes a while to take effect. The sweep serves what is nearer. */
const SHORTEST_ALARM = 2 * MINUTE
/** How long the sweep leaves a text to the alarm believed armed for it. */
export const ALARM_GRACE = 2 * MINUTE

/** When texts, or retries, that can still go may actually be sent: the `most` that are soonest, in order. */
export function nextSends(
  plan: Plan,
  patient: Patient,
  clinic: Clinic,
  now: Instant,
  most: number,
): readonly Instant[] {
  let soonest: readonly Instant[] = []
  for (const text of plan) {
    // Nothing goes before it is due, and a plan is in that order.
    if (soonest.length === most && soonest.every((at) => at <= text.due)) break
    if (!isPending(patient.ledger[text.id]) || isStopped(text, patient)) continue
    const at = claimableAt(text, patient, clinic, now)
    if (at !== undefined) soonest = [...soonest, at].sort((a, b) => a - b).slice(0, most)
  }
  return soonest
}

/** When the next text, or retry, may actually be sent; undefined when none is left that can be. */
export const nextSend = (plan: Plan, patient: Patient, clinic: Clinic, now: Instant): Instant | undefined =>
  nextSends(plan, patient, clinic, now, 1)[0]

const isStopped = (text: PlannedText, patient: Patient): boolean =>
  text.skip !== undefined || standingReason(text, patient) !== undefined

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
  const text = lookAtTexts(plan, patient, clinic, now)
  const looks = Object.values(patient.ledger).flatMap(({ state, claim, lookAt }) => {
    if (state === 'sending') return claim === undefined ? [now] : [claim.deadline]
    return lookAt !== undefined && (state === 'unknown' || state === 'sent') ? [lookAt] : []
  })
  const asks = patient.courses.flatMap((course) => bookingAskDue(patient, clinic, course) ?? [])
  const flags = patient.escalations.flatMap((escalation) => escalationLook(escalation, clinic, now) ?? [])
  const erasure = patient.erasing === undefined ? [] : [patient.erasing.lookAt]
  const all = [...(text === undefined ? [] : [text]), ...looks, ...asks, ...flags, ...erasure]
  return all.length === 0 ? undefined : minimum(all)
}

/** The soonest look at a text that is pending. */
function lookAtTexts(plan: Plan, patient: Patient, clinic: Clinic, now: Instant): Instant | undefined {
  let soonest: Instant | undefined
  for (const text of plan) {
    // None is looked at before it is due, and a plan is in that order.
    if (soonest !== undefined && soonest <= text.due) break
    if (!isPending(patient.ledger[text.id])) continue
    const at = lookAtText(text, patient, clinic, now)
    soonest = soonest === undefined ? at : earliest(soonest, at)
  }
  return soonest
}

/** A text that will go waits for its alarm, if one is armed; one that will be skipped is written down when it falls due. */
function lookAtText(text: PlannedText, patient: Patient, clinic: Clinic, now: Instant): Instant {
  const at = isStopped(text, patient) ? undefined : claimableAt(text, patient, clinic, now)
  if (at === undefined) return readyAt(patient, text)
  return patient.alarm?.at === ceilMinute(at) ? after(ceilMinute(at), ALARM_GRACE) : at
}

const minimum = (instants: readonly Instant[]): Instant => instants.reduce((a, b) => (a <= b ? a : b))
