import type { Clinic } from '../../lib/patient/clinic.ts'
import type { ClinicId, PatientId, PhoneNumber } from '../../lib/patient/identifiers.ts'
import type { AlertedEscalation, ApiKey, ClinicRegister } from '../../lib/ports/clinic-register.ts'

export function memoryClinics(clinics: Map<ClinicId, Clinic>): ClinicRegister {
  const senders = new Map<PhoneNumber, ClinicId>()
  const apiKeys = new Map<string, ApiKey>()
  const alertNumbers = new Map<string, AlertedEscalation>()
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
    async apiKeys(clinicId) {
      const found = [...apiKeys].filter(([, key]) => key.clinicId === clinicId)
      return structuredClone(found.map(([hash, key]) => ({ hash, ...key })))
    },
    async removeApiKey(hash) {
      apiKeys.delete(hash)
    },
    async takeAlertNumber(clinicId, escalation) {
      for (let number = 1; ; number += 1) {
        const key = `${clinicId}#${number}`
        const owner = alertNumbers.get(key) ?? escalation
        alertNumbers.set(key, structuredClone(owner))
        if (owner.patientId === escalation.patientId && owner.seq === escalation.seq) return number
      }
    },
    async escalationOfAlert(clinicId, number) {
      return structuredClone(alertNumbers.get(`${clinicId}#${number}`))
    },
    async releaseAlertNumber(clinicId, number) {
      alertNumbers.delete(`${clinicId}#${number}`)
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
