import type { Clinic } from '../patient/clinic.ts'
import { type Contact, type Escalation, isOpen } from '../patient/escalation.ts'
import type { PhoneNumber } from '../patient/identifiers.ts'
import type { Patient } from '../patient/patient.ts'
import { nextRung, type Rung } from '../plan/ladder.ts'
import { answerBody } from '../protocol/say.ts'
import { after, type Instant, MINUTE, SECOND } from '../time/instant.ts'
import { change, type Snapshot, type Whose } from './change.ts'
import type { Services } from './services.ts'

/** One climber has this long to get a rung's alerts out before another may try. */
const CLIMBING_FOR = 30 * SECOND
/** When neither route worked, the rung is tried again after this. */
const TRY_AGAIN_AFTER = 60 * SECOND

interface Climb {
  readonly escalation: Escalation
  readonly rung: Rung
}

/**
 * Alerts whoever is due on each open escalation of a patient, by two independent routes: a text and an e-mail. An alert
 * may go twice after a crash; it never fails to go while either route works.
 */
export async function climbLadders(services: Services, whose: Whose): Promise<void> {
  const begun = await change(services, whose, begin)
  if (begun === undefined) return
  reportWaiting(services, begun.snapshot.patient)
  for (const climb of begun.value) await climbOne(services, whose, begun.snapshot, climb)
}

/** How long each red flag has waited for a person, on every look until somebody takes it on. */
function reportWaiting({ metrics, clock }: Services, { escalations }: Patient): void {
  const now = clock.now()
  for (const { startsAt, acknowledged, resolved } of escalations) {
    if (acknowledged === undefined && resolved === undefined && startsAt <= now)
      metrics.add('OldestUnacknowledgedSeconds', (now - startsAt) / SECOND)
  }
}

/** Marks the rungs that are due as being climbed, so that a sweep and a webhook do not both send them. */
function begin({ patient, clinic }: Snapshot, now: Instant) {
  const due = patient.escalations.flatMap((escalation) => {
    const rung = nextRung(escalation, clinic)
    return rung !== undefined && rung.at <= now ? [{ escalation, rung }] : []
  })
  if (due.length === 0) return { value: due }
  const climbing = new Set(due.map(({ escalation }) => escalation))
  const escalations = patient.escalations.map((one) =>
    climbing.has(one) ? { ...one, climbingUntil: after(now, CLIMBING_FOR) } : one,
  )
  return { value: due, patient: { ...patient, escalations } }
}

async function climbOne(
  services: Services,
  whose: Whose,
  { patient, clinic }: Snapshot,
  climb: Climb,
): Promise<void> {
  const { escalation, rung } = climb
  const number =
    escalation.number ??
    (await services.clinics.takeAlertNumber(
      clinic.id,
      { patientId: patient.id, seq: escalation.seq },
      services.clock.now(),
    ))
  const { text, email } = await alert(services, clinic, patient, escalation, rung, number)
  await change(services, whose, (snapshot, now) => ({
    value: undefined,
    patient: climbed(snapshot, escalation.seq, { number, rung, text, email }, now),
  }))
  services.metrics.add('AlertsSent', 1, text && email ? 'both' : text || email ? 'one' : 'none')
  services.log.info('LADDER_CLIMBED', { patientId: patient.id, count: escalation.alerted.length + 1 })
}

async function alert(
  services: Services,
  clinic: Clinic,
  patient: Patient,
  { tier, seq, alerted }: Escalation,
  { to }: Rung,
  n: number,
) {
  const details = { n, reference: patient.reference, tier: tier ?? 'none' }
  const body = answerBody('alert', { clinic, zone: clinic.zone, ...details })
  if (to.length === 0) {
    const page = await services.alerts.pageOperators('escalation at the end of its ladder', body)
    services.metrics.add('LadderEnds', 1)
    return { text: page, email: page }
  }
  const about = { patientId: patient.id, escalation: seq, rung: alerted.length }
  const texts = await Promise.all(
    to.map((contact) =>
      services.texting.tell(
        { from: clinic.sender, to: numberOf(clinic, contact), body },
        { ...about, to: contact },
      ),
    ),
  )
  const email = await services.alerts.emailClinic(clinic.id, `alert ${n}`, body)
  return { text: texts.every((outcome) => outcome.kind === 'accepted'), email }
}

/** Without a second contact the first stands in. */
const numberOf = ({ onCall }: Clinic, contact: Contact): PhoneNumber =>
  contact === 'B' ? (onCall.B ?? onCall.A) : onCall.A

interface Climbed {
  readonly number: number
  readonly rung: Rung
  readonly text: boolean
  readonly email: boolean
}

/** The next rung's time has come: a rung that reached nobody must not keep the ladder from those above it. */
function isOvertaken(escalation: Escalation, clinic: Clinic, now: Instant): boolean {
  const next = clinic.ladderMinutes[escalation.alerted.length + 1]
  return next !== undefined && after(now, TRY_AGAIN_AFTER) >= after(escalation.startsAt, next * MINUTE)
}

function climbed(
  { patient, clinic }: Snapshot,
  seq: number,
  { number, rung, text, email }: Climbed,
  now: Instant,
): Patient {
  const escalations = patient.escalations.map((one) => {
    if (one.seq !== seq || !isOpen(one)) return one
    if (!text && !email && !isOvertaken(one, clinic, now))
      return { ...one, number, climbingUntil: after(now, TRY_AGAIN_AFTER) }
    const { climbingUntil: _, ...rest } = one
    return {
      ...rest,
      number,
      alerted: [...one.alerted, { at: now, to: rung.to, byText: text, byEmail: email }],
    }
  })
  return { ...patient, escalations }
}
