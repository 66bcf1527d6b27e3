import type { AttemptId } from '../patient/identifiers.ts'
import type { SkipReason } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import { bookingAskDue, unbookedAfter } from '../plan/booking-ask.ts'
import { computePlan } from '../plan/compute-plan.ts'
import { type DueNow, dueNow } from '../plan/due-now.ts'
import { ALARM_GRACE } from '../plan/next-look.ts'
import { after, type Instant } from '../time/instant.ts'
import { mayProbe, TRY_EVERY } from './breaker.ts'
import type { Decision, Snapshot } from './change.ts'
import { withUntoldFlags } from './escalate.ts'
import { type ClaimedText, claimText, expireClaims, holdText, skipText } from './ledger-moves.ts'
import { withNotToldTask, withTask } from './tasks.ts'
import { withInjection } from './with-injection.ts'

export interface Taken {
  readonly claimed?: ClaimedText
  /** Claimed although an alarm was believed armed for it: the alarm was lost or late. */
  readonly rescued: boolean
  readonly skips: DueNow['skips']
}

/** Skips that leave a patient who needed the news without it. */
const LEAVES_HER_UNTOLD: readonly SkipReason[] = ['expired', 'paused', 'opted-out', 'number-bad']

/**
 * What is to be done with a patient at `now`, decided at once and written together: overdue claims become unknown,
 * texts that will never go are skipped, tasks fall due, and at most one text is claimed.
 */
export function takeNext(snapshot: Snapshot, attempt: AttemptId, now: Instant): Decision<Taken> {
  const { patient, clinic, breaker } = snapshot
  const current = expireClaims(patient, now)
  const { send, skips } = dueNow(computePlan(current, clinic), current, clinic, now)
  const asked = askForBookings({ patient: withSkips({ patient: current, clinic }, skips, now), clinic }, now)
  if (send === undefined)
    return { value: { skips, rescued: false }, ...(asked !== patient && { patient: asked }) }
  if (breaker !== undefined && !mayProbe(breaker, now))
    return { value: { skips, rescued: false }, patient: withHeld({ patient: asked, clinic }, now) }
  const { patient: claimed, claimed: taken } = claimText(asked, clinic, send, attempt, now)
  return { patient: claimed, value: { skips, claimed: taken, rescued: waitedForAlarm(patient) } }
}

/** While the sender is refused, everything that is due waits. It is looked at again as often as the sender is tried. */
function withHeld({ patient, clinic }: Snapshot, now: Instant): Patient {
  const { send } = dueNow(computePlan(patient, clinic), patient, clinic, now)
  if (send === undefined) return patient
  return withHeld({ patient: holdText(patient, send, after(now, TRY_EVERY), now), clinic }, now)
}

/** `lookAt` stands this far behind the alarm only while the sweep leaves the patient to it. */
const waitedForAlarm = ({ alarm, lookAt }: Patient): boolean =>
  alarm?.at !== undefined && lookAt === after(alarm.at, ALARM_GRACE)

export function withSkips({ patient, clinic }: Snapshot, skips: DueNow['skips'], now: Instant): Patient {
  return skips.reduce((before, { text, reason }) => {
    const after = skipText(before, text, reason, now)
    if (!LEAVES_HER_UNTOLD.includes(reason)) return after
    return text.step.safetyNet ? withUntoldFlags(after) : withNotToldTask(after, clinic, text, now)
  }, patient)
}

function askForBookings({ patient, clinic }: Snapshot, now: Instant): Patient {
  return patient.courses.reduce((before, course) => {
    const due = bookingAskDue(patient, clinic, course)
    const last = unbookedAfter(clinic, course)
    if (due === undefined || last === undefined || due > now) return before
    const asked = withInjection(before, course.number, { ...last, bookingAsked: true })
    return withTask(asked, clinic, 'book-next', now, { key: `${course.number}.${last.number}` })
  }, patient)
}
