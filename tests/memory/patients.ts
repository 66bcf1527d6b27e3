import type { Clinic } from '../../lib/patient/clinic.ts'
import type { ClinicId, PatientId } from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import type { Overdue, PatientStore, PatientSummary } from '../../lib/ports/patient-store.ts'
import type { Breaker } from '../../lib/ports/sender-breakers.ts'
import type { Instant } from '../../lib/time/instant.ts'

interface Stored {
  readonly patient: Patient
  readonly summary: PatientSummary
}

export function memoryPatients(
  clinics: ReadonlyMap<ClinicId, Clinic>,
  breakers: ReadonlyMap<ClinicId, Breaker>,
): PatientStore {
  const stored = new Map<PatientId, Stored>()

  const inOrderOfId = (clinicId: ClinicId): readonly PatientSummary[] =>
    [...stored.values()]
      .filter(({ patient }) => patient.clinicId === clinicId)
      .map(({ summary }) => summary)
      .sort((one, other) => (one.id < other.id ? -1 : 1))

  return {
    async read(id) {
      return structuredClone(stored.get(id)?.patient)
    },
    async readMany(ids) {
      return structuredClone(ids.flatMap((id) => stored.get(id)?.patient ?? []))
    },
    async readWithClinic(id, clinicId) {
      const patient = stored.get(id)?.patient
      const clinic = clinics.get(clinicId)
      const breaker = breakers.get(clinicId)
      return structuredClone({
        ...(patient && { patient }),
        ...(clinic && { clinic }),
        ...(breaker && { breaker }),
      })
    },
    async write(patient, summary, expected) {
      if (patient.version !== expected + 1)
        throw new RangeError(`patient ${patient.id} version ${patient.version}: expected ${expected + 1}`)
      if ((stored.get(patient.id)?.patient.version ?? 0) !== expected) return 'conflict'
      stored.set(patient.id, structuredClone({ patient, summary }))
      return 'written'
    },
    async remove(id, expected) {
      if (stored.get(id)?.patient.version !== expected) return 'conflict'
      stored.delete(id)
      return 'removed'
    },
    async list(clinicId, { state, cursor, limit }) {
      const found = inOrderOfId(clinicId).filter(
        (summary) =>
          (state === undefined || summary.state === state) && (cursor === undefined || summary.id > cursor),
      )
      const items = found.slice(0, limit)
      const last = items.at(-1)
      return structuredClone({ items, ...(found.length > limit && last && { cursor: last.id }) })
    },
    async overdue(until, limit, after) {
      return overdueOf([...stored.values()], until)
        .filter((one) => after === undefined || inOrderOfLook(after, one) < 0)
        .slice(0, limit)
    },
    async flaggedOverdue(until, limit) {
      const flagged = [...stored.values()].filter(({ summary }) => summary.openEscalations > 0)
      return overdueOf(flagged, until).slice(0, limit)
    },
  }
}

const overdueOf = (stored: readonly { readonly patient: Patient }[], until: Instant): readonly Overdue[] =>
  stored
    .flatMap(({ patient: { id, clinicId, lookAt } }): readonly Overdue[] =>
      lookAt !== undefined && lookAt <= until ? [{ patientId: id, clinicId, lookAt }] : [],
    )
    .sort(inOrderOfLook)

const inOrderOfLook = (one: Overdue, other: Overdue): number =>
  one.lookAt - other.lookAt ||
  (one.patientId < other.patientId ? -1 : Number(one.patientId > other.patientId))
