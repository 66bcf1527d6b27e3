import { isOpen, type Settlement } from '../patient/escalation.ts'
import type { Patient } from '../patient/patient.ts'
import type { Instant } from '../time/instant.ts'
import { change, type Snapshot, type Whose } from './change.ts'
import { skipEverything } from './change-standing.ts'
import { claimsEnded, isBeingTexted } from './claims-ended.ts'
import { done, NOT_FOUND, type Outcome } from './outcome.ts'
import type { Asked } from './requests.ts'
import type { Services } from './services.ts'

export interface ErasureAsked {
  readonly since: Instant
  /** Red flags nobody had settled: erasing her ends their alerts too. */
  readonly openEscalations: number
}

/**
 * Begins the erasure of a patient. From the moment this returns nothing of hers is sent; the sweep does the rest. A
 * repeat of the call changes nothing.
 */
export async function erase(
  services: Services,
  whose: Whose,
  { actor }: Asked,
): Promise<Outcome<ErasureAsked>> {
  const by = { actor, what: 'erasure asked for' }
  const begun = await change(services, whose, (snapshot, now) => begin(snapshot, actor, now), { by })
  if (begun === undefined) return NOT_FOUND
  const { patient } = begun.snapshot
  if (isBeingTexted(patient, services.clock.now())) await claimsEnded(services, [patient])
  services.log.info('ERASURE_ASKED', { ...whose })
  return done(begun.value)
}

function begin(snapshot: Snapshot, by: string, now: Instant) {
  const { patient } = snapshot
  const { erasing, escalations } = patient
  if (erasing !== undefined) {
    // Whoever never got the first answer must still hear of them.
    const ended = escalations.filter(({ resolved }) => resolved?.outcome === ERASED)
    return { value: { since: erasing.since, openEscalations: ended.length } }
  }
  const openEscalations = escalations.filter(isOpen).length
  return { value: { since: now, openEscalations }, patient: asErasing(snapshot, by, now) }
}

/** What came of a red flag that nobody had settled. */
const ERASED = 'erased'

function asErasing(snapshot: Snapshot, by: string, now: Instant): Patient {
  const { tasks, escalations, ...rest } = skipEverything(snapshot, now)
  const resolved: Settlement = { at: now, by, outcome: ERASED }
  const settled = <T extends { readonly resolved?: Settlement }>(item: T): T =>
    isOpen(item) ? { ...item, resolved } : item
  return {
    ...rest,
    standing: 'withdrawn',
    erasing: { since: now, lookAt: now },
    tasks: tasks.map(settled),
    escalations: escalations.map(settled),
  }
}
