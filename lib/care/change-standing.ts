import type { Clinic } from '../patient/clinic.ts'
import type { PatientId } from '../patient/identifiers.ts'
import type { Patient } from '../patient/patient.ts'
import { computePlan } from '../plan/compute-plan.ts'
import { isPending } from '../plan/due-now.ts'
import type { Instant } from '../time/instant.ts'
import type { Snapshot } from './change.ts'
import { type Changed, changeForClinic, type Proposal, refuse } from './changed.ts'
import type { Outcome } from './outcome.ts'
import type { Asked, Standing } from './requests.ts'
import type { Services } from './services.ts'
import { skipDue } from './skip-due.ts'
import { withSkips } from './take-next.ts'

/**
 * Pauses, resumes or withdraws a patient. A pause skips what falls due while it lasts; resuming brings back only what
 * is not due yet. Withdrawing takes her consent back: nothing of hers goes any more.
 */
export function changeStanding(
  services: Services,
  clinic: Clinic,
  patientId: PatientId,
  standing: Standing,
  { actor }: Asked,
): Promise<Outcome<Changed>> {
  const whose = { patientId, clinicId: clinic.id }
  const propose = (snapshot: Snapshot, now: Instant) => proposals[standing](snapshot, now)
  return changeForClinic(services, whose, { actor, what: standing }, propose, { dryRun: false })
}

const withdrawn = refuse('', 'the patient has withdrawn: enrol her again with the same reference')

const proposals: Readonly<Record<Standing, (snapshot: Snapshot, now: Instant) => Proposal>> = {
  pause: ({ patient }) => (patient.standing === 'withdrawn' ? withdrawn : stand(patient, 'paused')),
  resume: (snapshot, now) =>
    snapshot.patient.standing === 'withdrawn' ? withdrawn : stand(skipDue(snapshot, now), 'active'),
  withdraw: (snapshot, now) => stand(skipEverything(snapshot, now), 'withdrawn'),
}

const stand = (patient: Patient, standing: Patient['standing']): Proposal => ({
  kind: 'change',
  patient: patient.standing === standing ? patient : { ...patient, standing },
})

/** Nothing of hers that has not gone will. */
export function skipEverything({ patient, clinic }: Snapshot, now: Instant): Patient {
  const unsent = computePlan(patient, clinic).filter((text) => isPending(patient.ledger[text.id]))
  const skips = unsent.map((text) => ({ text, reason: text.skip ?? ('opted-out' as const) }))
  return withSkips({ patient, clinic }, skips, now)
}
