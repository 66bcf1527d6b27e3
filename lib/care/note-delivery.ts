import type { Patient } from '../patient/patient.ts'
import type { CallbackNews } from '../ports/texting.ts'
import { isNewsOf, type NewsOfAttempt, noteNews } from './attempt-news.ts'
import { change } from './change.ts'
import { keepEvidence } from './keep-evidence.ts'
import type { Services } from './services.ts'

/** Takes in a status callback. It may come late, twice, out of order, or before our own record of the send. */
export async function noteDelivery(services: Services, callback: CallbackNews): Promise<void> {
  const { patientId, textId: text, attemptId: attempt, sid, news } = callback
  const patient = await services.patients.read(patientId)
  if (patient?.ledger[text]?.attempts.some(({ id }) => id === attempt)) {
    await takeNews(services, patient, { text, attempt, sid, news })
  } else {
    services.log.warn('CALLBACK_OF_NOTHING', { patientId, textId: text })
  }
}

/**
 * Takes in news of an attempt, whether called back or asked for: keeps the evidence if nobody could before, remembers a
 * carrier's STOP across clinics, and writes the ledger forward.
 */
export async function takeNews(services: Services, patient: Patient, about: NewsOfAttempt): Promise<void> {
  const { text, attempt, sid, news } = about
  const entry = patient.ledger[text]
  const tried = entry?.attempts.find(({ id }) => id === attempt)
  if (entry === undefined || tried === undefined) return
  const now = services.clock.now()
  // A claim is its latest attempt's: the words of an earlier one may have been others.
  if (tried.sid === undefined && entry.claim !== undefined && entry.attempts.at(-1) === tried) {
    await keepLateEvidence(services, patient, {
      ...{ text, attempt, claim: entry.claim, sid },
      sentAt: about.sentAt ?? now,
    })
  }
  // A repeat must not undo the START that came after it.
  if (news.failure === 'opt-out' && isNewsOf(tried, news) && tried.claimedAt >= patient.mobileSince) {
    await services.phones.recordOptOut(patient.mobile, { at: now, reason: 'carrier' })
  }
  const whose = { patientId: patient.id, clinicId: patient.clinicId }
  const changed = await change(services, whose, (snapshot, at) => {
    const { patient: next, duplicate } = noteNews(snapshot, about, at)
    return { value: { isNews: next !== undefined, duplicate }, ...(next && { patient: next }) }
  })
  if (changed?.value.duplicate) services.metrics.add('Duplicate', 1)
  if (changed?.value.isNews) report(services, patient, about)
}

/** Nobody could keep it at the time. The clinic is as it was then: what changes it takes longer than any answer. */
async function keepLateEvidence(
  services: Services,
  patient: Patient,
  sent: Parameters<typeof keepEvidence>[2],
): Promise<void> {
  const clinic = await services.clinics.clinic(patient.clinicId)
  if (clinic !== undefined) await keepEvidence(services, { patient, clinic }, sent)
}

function report({ log, metrics }: Services, { id: patientId }: Patient, { text, sid, news }: NewsOfAttempt) {
  if (news.state === 'undelivered') metrics.add('Refusals', 1, news.failure)
  log.info('DELIVERY_NOTED', {
    patientId,
    textId: text,
    sid,
    outcome: news.state,
    ...(news.code !== undefined && { code: news.code }),
  })
}
