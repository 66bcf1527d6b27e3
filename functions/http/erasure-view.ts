import type { ErasureAsked } from '../../lib/care/erase.ts'
import type { PatientId } from '../../lib/patient/identifiers.ts'
import { isoOf } from '../../lib/time/zone.ts'

/** `DELETE /v1/patients/{id}`: what is removed within minutes, and what is not. */
export interface ErasureView {
  readonly id: string
  readonly state: 'erasing'
  /** UTC; of the first call. */
  readonly since: string
  /** What outlives the erasure, in words to pass on. */
  readonly remains: readonly string[]
  readonly warnings: readonly string[]
}

const REMAINS = [
  'Point-in-time backups of the table hold her data for up to 35 more days; they are read only to restore the table after a disaster.',
  'Twilio may hold the words of deleted messages in its own backups for up to 30 more days.',
  'If her number has opted out, that stays under a keyed hash, so that nobody texts it again.',
] as const

export const erasureView = (id: PatientId, { since, openEscalations }: ErasureAsked): ErasureView => ({
  id,
  state: 'erasing',
  since: isoOf(since),
  remains: REMAINS,
  warnings:
    openEscalations === 0
      ? []
      : [
          `${openEscalations} of her escalations had not been resolved: nobody is alerted about her any more, so phone her`,
        ],
})
