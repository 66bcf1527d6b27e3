import type { Patient } from '../patient/patient.ts'
import { validitySeconds } from '../plan/due-now.ts'
import type { SendOutcome } from '../ports/texting.ts'
import type { Instant } from '../time/instant.ts'
import { heedOutcome, takeProbe } from './breaker.ts'
import { change, type Snapshot } from './change.ts'
import { keepEvidence } from './keep-evidence.ts'
import type { ClaimedText } from './ledger-moves.ts'
import { recordOutcome } from './record-outcome.ts'
import { reportAttempt } from './report-attempt.ts'
import type { Services } from './services.ts'

/** Longest one call to Twilio may take; a claim's deadline may leave less. */
const SEND_TIMEOUT_MS = 8_000

export type AttemptOutcome =
  | SendOutcome
  /** Stopped before the call: she had opted out, or the claim's time was up. Proof that nothing went. */
  | { readonly kind: 'opted-out'; readonly at: Instant; readonly reason: 'stop' | 'wrong' | 'carrier' }
  | { readonly kind: 'too-late' }
  /** The sender is refused, and somebody else is trying it. */
  | { readonly kind: 'held' }

/** Hands a claimed text over once, keeps the evidence, and records what came of it. @returns the patient as recorded */
export async function sendClaimed(
  services: Services,
  snapshot: Snapshot,
  claimed: ClaimedText,
): Promise<Patient> {
  const outcome = await attempt(services, snapshot, claimed)
  const { text } = claimed
  const { id: patientId, clinicId } = snapshot.patient
  if (outcome.kind === 'accepted') {
    const { claim, attempt: id } = claimed
    const sent = { text: text.id, attempt: id, claim, sid: outcome.sid, sentAt: services.clock.now() }
    await keepEvidence(services, snapshot, sent)
  }
  if (outcome.kind === 'refused' && outcome.failure === 'opt-out') {
    await services.phones.recordOptOut(claimed.claim.to, { at: services.clock.now(), reason: 'carrier' })
  }
  const recorded = await change(
    services,
    { patientId, clinicId },
    (present, now) => {
      const { patient, duplicate } = recordOutcome(present, claimed, outcome, now)
      return { value: duplicate, ...(patient && { patient }) }
    },
    { from: snapshot },
  )
  if (recorded?.value) services.metrics.add('Duplicate', 1)
  if (outcome.kind === 'accepted' || outcome.kind === 'refused')
    await heedOutcome(services, clinicId, snapshot.breaker, outcome)
  reportAttempt(services, { patientId, textId: text.id, attemptId: claimed.attempt }, text.due, outcome)
  return recorded?.snapshot.patient ?? snapshot.patient
}

async function attempt(
  services: Services,
  { patient, clinic, breaker }: Snapshot,
  claimed: ClaimedText,
): Promise<AttemptOutcome> {
  const { claim, text } = claimed
  const optOut = await services.phones.optOut(claim.to)
  if (optOut !== undefined) return { kind: 'opted-out', ...optOut }
  if (breaker !== undefined && !(await takeProbe(services, clinic.id, breaker, services.clock.now())))
    return { kind: 'held' }
  const now = services.clock.now()
  if (now >= claim.deadline) return { kind: 'too-late' }
  return services.texting.send(
    {
      from: clinic.sender,
      to: claim.to,
      body: claim.body,
      // Twilio counts from the moment it takes the text, which may be as late as the claim's deadline.
      validitySeconds: validitySeconds(text, patient, clinic, claim.deadline),
      patientId: patient.id,
      textId: text.id,
      attemptId: claimed.attempt,
    },
    Math.min(claim.deadline - now, SEND_TIMEOUT_MS),
  )
}
