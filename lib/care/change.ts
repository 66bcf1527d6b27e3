import type { Clinic } from '../patient/clinic.ts'
import type { ClinicId, PatientId } from '../patient/identifiers.ts'
import type { Change, Patient } from '../patient/patient.ts'
import type { Breaker } from '../ports/sender-breakers.ts'
import type { Instant } from '../time/instant.ts'
import { countMoves } from './count-moves.ts'
import type { Services } from './services.ts'
import { type Settled, settle } from './settle.ts'

/** Tries before a change gives up; each loser of a race re-reads and decides again. */
const TRIES = 8
const FIRST_JITTER_MS = 25

export interface Snapshot {
  readonly patient: Patient
  readonly clinic: Clinic
  /** Open: Twilio refuses the clinic's account or sender, and texts are held. */
  readonly breaker?: Breaker
}

export interface Whose {
  readonly patientId: PatientId
  readonly clinicId: ClinicId
}

/** What a pure function made of a snapshot. Without a patient, nothing is to change. */
export interface Decision<T> {
  readonly patient?: Patient
  readonly value: T
}

export interface ChangeOptions {
  /** A snapshot read or written a moment ago: saves the first read; a conflict reads anew. */
  readonly from?: Snapshot
  /** Recorded in the history, in words, with who asked. */
  readonly by?: { readonly actor: string; readonly what: string }
}

/**
 * The one way a patient changes: consistent read, pure decision, arm, then put if nobody else wrote meanwhile. Arming
 * comes before the write: if the write wins, the alarm was set from the state it replaced; the loser reads again and
 * arms again, even if its second look finds nothing to change.
 *
 * Undefined when patient or clinic does not exist, or the patient is another clinic's.
 * @throws Error when the version changed under every one of the tries
 */
export async function change<T>(
  services: Services,
  whose: Whose,
  decide: (snapshot: Snapshot, now: Instant) => Decision<T>,
  options: ChangeOptions = {},
): Promise<{ readonly value: T; readonly snapshot: Snapshot } | undefined> {
  let snapshot = options.from ?? (await read(services, whose))
  let armedInVain = false
  for (let attempt = 0; attempt < TRIES && snapshot !== undefined; attempt += 1) {
    const now = services.clock.now()
    const { patient, value } = decide(snapshot, now)
    const entry = patient && options.by && { ...options.by, at: now, version: snapshot.patient.version + 1 }
    const next = patient && entry ? { ...patient, changes: [...patient.changes, entry] } : patient
    const settled = await settle(services, snapshot, next, { now, armAnyway: armedInVain })
    if (settled === undefined) return { value, snapshot }
    if (
      (await services.patients.write(settled.patient, settled.summary, snapshot.patient.version)) ===
      'written'
    ) {
      countMoves(services.metrics, snapshot.patient, settled.patient)
      await remember(services, settled, entry)
      return { value, snapshot: { ...snapshot, patient: settled.patient } }
    }
    armedInVain ||= settled.armed
    await services.clock.sleep(FIRST_JITTER_MS * 2 ** attempt * services.identities.fraction())
    snapshot = await read(services, whose)
  }
  if (snapshot === undefined) return undefined
  throw new Error(`patient changed under all ${TRIES} tries of one change`)
}

export async function read(
  services: Services,
  { patientId, clinicId }: Whose,
): Promise<Snapshot | undefined> {
  const { patient, clinic, breaker } = await services.patients.readWithClinic(patientId, clinicId)
  return patient === undefined || clinic === undefined || patient.clinicId !== clinicId
    ? undefined
    : { patient, clinic, ...(breaker && { breaker }) }
}

async function remember(services: Services, { patient }: Settled, entry: Change | undefined): Promise<void> {
  if (entry !== undefined) await services.evidence.putChange(patient.id, entry)
}
