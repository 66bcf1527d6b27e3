import type { Clinic } from '../patient/clinic.ts'
import { type Escalation, isOpen } from '../patient/escalation.ts'
import { textId } from '../patient/identifiers.ts'
import type { Patient } from '../patient/patient.ts'
import type { Step } from '../protocol/protocol.ts'
import { after, HOUR, type Instant, MINUTE } from '../time/instant.ts'
import { addDays, clockTime } from '../time/local-date.ts'
import { instantAt, localAt } from '../time/zone.ts'
import { endCountedFrom } from './lifetime.ts'
import type { PlannedText } from './plan.ts'
import { protocolInForce } from './protocol-in-force.ts'

/**
 * What a patient with an open red flag is told without asking: that nobody was reached, unless somebody takes it on
 * before the ladder ends, and next morning whether she has spoken to a nurse or doctor.
 */
export function escalationTexts(patient: Patient, clinic: Clinic): readonly PlannedText[] {
  const { steps } = protocolInForce(patient)
  return patient.escalations
    .filter((escalation) => escalation.tier !== undefined && isOpen(escalation))
    .flatMap((escalation) =>
      steps
        .filter(
          (step) =>
            step.on === 'flagged' || (step.on === 'unreached' && escalation.acknowledged === undefined),
        )
        .map((step) => textOf(patient, clinic, escalation, step)),
    )
}

function textOf(patient: Patient, clinic: Clinic, escalation: Escalation, step: Step): PlannedText {
  const id = textId(`${step.key}@0.0.${escalation.seq}`)
  const due = patient.ledger[id]?.due ?? dueOf(patient, clinic, escalation, step)
  const endsAt =
    typeof step.until === 'object' && !('day' in step.until)
      ? endCountedFrom(due, patient.zone, step.until)
      : due
  return { id, step, course: 0, injection: 0, visit: escalation.seq, due, endsAt }
}

function dueOf(patient: Patient, clinic: Clinic, { at, startsAt }: Escalation, { when }: Step): Instant {
  if ('minutesLater' in when) return after(startsAt, (clinic.ladderMinutes[4] + when.minutesLater) * MINUTE)
  if (!('nextMorning' in when)) return at
  const earliest = after(at, when.hoursLaterAtLeast * HOUR)
  const { date } = localAt(patient.zone, earliest)
  const today = instantAt(patient.zone, date, clockTime(when.nextMorning))
  return today >= earliest ? today : instantAt(patient.zone, addDays(date, 1), clockTime(when.nextMorning))
}
