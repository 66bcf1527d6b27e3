import type { Clinic } from '../patient/clinic.ts'
import type { AttemptId } from '../patient/identifiers.ts'
import type { SkipReason } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import { bookingAskDue, unbookedAfter } from '../plan/booking-ask.ts'
import { computePlan } from '../plan/compute-plan.ts'
import { type DueNow, dueNow } from '../plan/due-now.ts'
import { ALARM_GRACE } from '../plan/next-look.ts'
import type { PlannedText } from '../plan/plan.ts'
import { protocolInForce } from '../plan/protocol-in-force.ts'
import { after, type Instant } from '../time/instant.ts'
import { mayProbe, TRY_EVERY } from './breaker.ts'
import type { Decision, Snapshot } from './change.ts'
import { withOptedOutFlags } from './escalate.ts'
import { type ClaimedText, claimText, expireClaims, holdText, skipText } from './ledger-moves.ts'
import { withNotToldTask, withTask, withUntold } from './tasks.ts'
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
  const { skips } = dueNow(computePlan(current, clinic), current, clinic, now)
  const asked = askForBookings({ patient: withSkips({ patient: current, clinic }, skips, now), clinic }, now)
  const isRefused = breaker !== undefined && !mayProbe(breaker, now)
  const mustWait = (text: PlannedText) => isRefused || isOnHold(asked, clinic, text)
  const { patient: waiting, send } = nextToSend({ patient: asked, clinic }, mustWait, now)
  if (send === undefined)
    return { value: { skips, rescued: false }, ...(waiting !== patient && { patient: waiting }) }
  const { patient: claimed, claimed: taken } = claimText(waiting, clinic, send, attempt, now)
  return { patient: claimed, value: { skips, claimed: taken, rescued: waitedForAlarm(patient) } }
}

/** The text to send now. Whatever is due and must wait is held, and looked at again as often as a sender is tried. */
function nextToSend(
  { patient, clinic }: Snapshot,
  mustWait: (text: PlannedText) => boolean,
  now: Instant,
): { readonly patient: Patient; readonly send?: PlannedText } {
  const { send } = dueNow(computePlan(patient, clinic), patient, clinic, now)
  if (send === undefined) return { patient }
  if (!mustWait(send)) return { patient, send }
  return nextToSend({ patient: holdText(patient, send, after(now, TRY_EVERY), now), clinic }, mustWait, now)
}

/** The clinic holds texts back; what belongs to a red flag goes all the same. */
const isOnHold = (patient: Patient, { hold }: Clinic, { step, course }: PlannedText): boolean =>
  hold !== undefined &&
  step.safetyNet !== true &&
  (hold.all || hold.protocols.includes(protocolInForce(patient, course).id))

/** `lookAt` stands this far behind the alarm only while the sweep leaves the patient to it. */
const waitedForAlarm = ({ alarm, lookAt }: Patient): boolean =>
  alarm?.at !== undefined && lookAt === after(alarm.at, ALARM_GRACE)

export function withSkips({ patient, clinic }: Snapshot, skips: DueNow['skips'], now: Instant): Patient {
  return skips.reduce((before, { text, reason }) => {
    const after = skipText(before, text, reason, now)
    if (!LEAVES_HER_UNTOLD.includes(reason)) return after
    // That nobody was reached is news to her, which the answer before it does not stand in for.
    const isNews = text.step.on === 'unreached'
    if (text.step.safetyNet && !isNews && reason === 'opted-out' && after.optedOut !== undefined)
      return withOptedOutFlags(after, after.optedOut)
    // Of those that a STOP or a pause keeps from her staff know.
    return reason === 'expired' || text.step.safetyNet
      ? withUntold(after, clinic, text, now)
      : withNotToldTask(after, clinic, text, now)
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
