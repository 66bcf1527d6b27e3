import type { Clinic } from '../../lib/patient/clinic.ts'
import type { ClinicId, PatientId, PhoneNumber } from '../../lib/patient/identifiers.ts'
import type { ApiKey, ClinicRegister } from '../../lib/ports/clinic-register.ts'

export function memoryClinics(clinics: Map<ClinicId, Clinic>): ClinicRegister {
  const senders = new Map<PhoneNumber, ClinicId>()
  const apiKeys = new Map<string, ApiKey>()
  const references = new Map<string, PatientId>()
  return {
    async clinic(id) {
      return structuredClone(clinics.get(id))
    },
    async saveClinic(clinic) {
      const owner = senders.get(clinic.sender)
      if (owner !== undefined && owner !== clinic.id) return 'sender-taken'
      senders.set(clinic.sender, clinic.id)
      clinics.set(clinic.id, structuredClone(clinic))
      return 'saved'
    },
    async clinicOfSender(sender) {
      return senders.get(sender)
    },
    async apiKey(hash) {
      return structuredClone(apiKeys.get(hash))
    },
    async saveApiKey(hash, key) {
      apiKeys.set(hash, structuredClone(key))
    },
    async patientOfReference(clinicId, reference) {
      return references.get(`${clinicId}#${reference}`)
    },
    async claimReference(clinicId, reference, candidate) {
      const key = `${clinicId}#${reference}`
      const owner = references.get(key) ?? candidate
      references.set(key, owner)
      return owner
    },
  }
}
