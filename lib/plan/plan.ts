import type { TextId } from '../patient/identifiers.ts'
import type { SkipReason } from '../patient/ledger.ts'
import type { Injection } from '../patient/patient.ts'
import type { Step } from '../protocol/protocol.ts'
import type { Instant } from '../time/instant.ts'
import type { LocalDateTime } from '../time/local-date.ts'

/** One planned message: a step applied to a visit. */
export interface PlannedText {
  readonly id: TextId
  readonly step: Step
  readonly course: number
  /** 0 for a welcome. */
  readonly injection: number
  readonly visit: number
  /** Nothing goes before this instant. */
  readonly due: Instant
  /** Exclusive end of its life. */
  readonly endsAt: Instant
  /** Known beforehand not to go, and why. */
  readonly skip?: SkipReason
  /** The visit's date and time, for texts that name it. */
  readonly says?: LocalDateTime
}

/** In order of due time. Computed whenever it is needed, never stored. */
export type Plan = readonly PlannedText[]

/** A visit as the plan sees it. Booked counts as given once its time has passed, so both give the same texts. */
export const takesPlace = ({ state }: Injection): boolean => state !== 'missed' && state !== 'cancelled'
