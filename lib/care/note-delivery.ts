import type { CallbackNews } from '../ports/texting.ts'
import { noteNews } from './attempt-news.ts'
import { change } from './change.ts'
import { keepEvidence } from './keep-evidence.ts'
import type { Services } from './services.ts'

/** Takes in a status callback. It may come late, twice, out of order, or before our own record of the send. */
export async function noteDelivery(services: Services, callback: CallbackNews): Promise<void> {
  const { patientId, textId: text, attemptId: attempt, sid, news } = callback
  const patient = await services.patients.read(patientId)
  const entry = patient?.ledger[text]
  const tried = entry?.attempts.find(({ id }) => id === attempt)
  if (patient === undefined || entry === undefined || tried === undefined) {
    services.log.warn('CALLBACK_OF_NOTHING', { patientId, textId: text })
    return
  }
  if (tried.sid === undefined && entry.claim !== undefined) {
    await keepEvidence(services, patient, {
      text,
      attempt,
      claim: entry.claim,
      sid,
      sentAt: services.clock.now(),
    })
  }
  if (news.failure === 'opt-out' && tried.claimedAt >= patient.mobileSince) {
    await services.phones.recordOptOut(patient.mobile, { at: services.clock.now(), reason: 'carrier' })
  }
  const whose = { patientId, clinicId: patient.clinicId }
  const changed = await change(services, whose, ({ patient: current }, now) => {
    const { patient: next, duplicate } = noteNews(current, { text, attempt, sid, news }, now)
    return {
      value: { isNews: next !== undefined, duplicate: duplicate === true },
      ...(next && { patient: next }),
    }
  })
  if (changed?.value.duplicate) services.metrics.add('Duplicate', 1)
  if (changed?.value.isNews) report(services, callback)
}

function report({ log, metrics }: Services, { patientId, textId, sid, news }: CallbackNews): void {
  if (news.state === 'delivered') metrics.add('TextsDelivered', 1)
  if (news.state === 'undelivered') metrics.add('TextsFailed', 1, news.failure)
  log.info('DELIVERY_NOTED', {
    patientId,
    textId,
    sid,
    outcome: news.state,
    ...(news.code !== undefined && { code: news.code }),
  })
}
