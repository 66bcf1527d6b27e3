import type { Patient } from '../patient/patient.ts'
import { computePlan } from '../plan/compute-plan.ts'
import { differenceBetween, type PlanDifference } from '../plan/difference.ts'
import type { Instant } from '../time/instant.ts'
import { change, read, type Snapshot, type Whose } from './change.ts'
import { claimsEnded, isBeingTexted } from './claims-ended.ts'
import { BEING_ERASED, done, NOT_FOUND, type Outcome, type Problem } from './outcome.ts'
import type { Services } from './services.ts'

/** What a change of the clinic did, or would do. */
export interface Changed {
  readonly patient: Patient
  readonly warnings: readonly string[]
  readonly difference: PlanDifference
}

/** A pure change by the clinic: the patient after it, or what is wrong with it. */
export type Proposal =
  | { readonly kind: 'change'; readonly patient: Patient; readonly warnings?: readonly string[] }
  | { readonly kind: 'refuse'; readonly problems: readonly Problem[] }

export const refuse = (path: string, message: string): Proposal => ({
  kind: 'refuse',
  problems: [{ path, message }],
})

export type Propose = (snapshot: Snapshot, now: Instant) => Proposal

/**
 * Carries a clinic's change out, or with `dryRun` only shows what it would do to the plan and writes nothing. The answer
 * waits for a text that is just being sent: once the clinic knows of the change, nothing of before it goes any more.
 */
export async function changeForClinic(
  services: Services,
  whose: Whose,
  by: { readonly actor: string; readonly what: string },
  propose: Propose,
  { dryRun }: { readonly dryRun: boolean },
): Promise<Outcome<Changed>> {
  if (dryRun) {
    const snapshot = await read(services, whose)
    return snapshot === undefined ? NOT_FOUND : judged(snapshot, propose(snapshot, services.clock.now()))
  }
  const decide = (snapshot: Snapshot, now: Instant) => {
    const proposal = propose(snapshot, now)
    const value = judged(snapshot, proposal)
    const changes =
      value.kind === 'done' && proposal.kind === 'change' && proposal.patient !== snapshot.patient
    return changes ? { value, patient: proposal.patient } : { value }
  }
  const result = await change(services, whose, decide, { by })
  if (result === undefined) return NOT_FOUND
  const { value, snapshot } = result
  if (value.kind === 'done' && isBeingTexted(snapshot.patient, services.clock.now()))
    await claimsEnded(services, [snapshot.patient])
  return value.kind === 'done' ? done({ ...value.value, patient: snapshot.patient }) : value
}

function judged(snapshot: Snapshot, proposal: Proposal): Outcome<Changed> {
  if (snapshot.patient.erasing !== undefined) return BEING_ERASED
  return proposal.kind === 'refuse'
    ? { kind: 'invalid', problems: proposal.problems }
    : done(describe(snapshot, proposal))
}

function describe(
  { patient, clinic }: Snapshot,
  { patient: next, warnings = [] }: Extract<Proposal, { kind: 'change' }>,
): Changed {
  const difference = differenceBetween(
    [computePlan(patient, clinic), patient],
    [computePlan(next, clinic), next],
  )
  return { patient: next, warnings, difference }
}
