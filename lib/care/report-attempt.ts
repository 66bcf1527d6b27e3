import { type Instant, SECOND } from '../time/instant.ts'
import type { AttemptOutcome } from './send-claimed.ts'
import type { Services } from './services.ts'

export interface AttemptName {
  readonly patientId: string
  readonly textId: string
  readonly attemptId: string
}

/** Measures and logs one attempt, by ids and codes alone. What it did to the ledger is counted where it is written. */
export function reportAttempt(
  services: Services,
  name: AttemptName,
  due: Instant,
  outcome: AttemptOutcome,
): void {
  const { log, metrics, clock } = services
  switch (outcome.kind) {
    case 'accepted':
      metrics.add('LatenessSeconds', Math.max(0, (clock.now() - due) / SECOND))
      log.info('TEXT_SENT', { ...name, sid: outcome.sid })
      break
    case 'refused':
      metrics.add('Refusals', 1, outcome.failure)
      log.warn('TEXT_REFUSED', {
        ...name,
        reason: outcome.failure,
        ...(outcome.code !== undefined && { code: outcome.code }),
      })
      break
    case 'unknown':
      log.warn('TEXT_UNKNOWN', { ...name })
      break
    case 'opted-out':
      log.info('TEXT_SKIPPED', { ...name, reason: 'opted-out' })
      break
    case 'held':
      log.info('TEXT_HELD', { ...name })
      break
    case 'too-late':
      log.warn('CLAIM_TOO_LATE', { ...name })
      break
  }
}
