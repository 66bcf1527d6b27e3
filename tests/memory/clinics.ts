import type { Clinic } from '../../lib/patient/clinic.ts'
import { type ClinicId, type PatientId, type PhoneNumber, patientId } from '../../lib/patient/identifiers.ts'
import {
  ALERT_NUMBER_RESTS,
  type AlertedEscalation,
  type ApiKey,
  type ClinicRegister,
} from '../../lib/ports/clinic-register.ts'

export function memoryClinics(clinics: Map<ClinicId, Clinic>): ClinicRegister {
  const senders = new Map<PhoneNumber, ClinicId>()
  const apiKeys = new Map<string, ApiKey>()
  const alertNumbers = new Map<string, AlertedEscalation & { readonly releasedAt?: number }>()
  const references = new Map<string, PatientId>()
  return {
    async clinic(id) {
      return structuredClone(clinics.get(id))
    },
    async saveClinic(clinic, over) {
      const owner = senders.get(clinic.sender)
      if (owner !== undefined && owner !== clinic.id) return 'sender-taken'
      senders.set(clinic.sender, clinic.id)
      if (over !== undefined && clinics.get(clinic.id)?.changed?.at !== over.changed?.at)
        return 'changed-meanwhile'
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
    async takeAlertNumber(clinicId, escalation, now) {
      for (let number = 1; ; number += 1) {
        const key = `${clinicId}#${number}`
        const guard = alertNumbers.get(key)
        const isMine = guard?.patientId === escalation.patientId && guard.seq === escalation.seq
        const rested = guard?.releasedAt !== undefined && guard.releasedAt <= now - ALERT_NUMBER_RESTS
        if (guard === undefined || rested) alertNumbers.set(key, { ...escalation })
        if (guard === undefined || rested || isMine) return number
      }
    },
    async escalationOfAlert(clinicId, number) {
      const { releasedAt, ...escalation } = alertNumbers.get(`${clinicId}#${number}`) ?? { releasedAt: 0 }
      return releasedAt === undefined && 'seq' in escalation ? escalation : undefined
    },
    async releaseAlertNumber(clinicId, number, escalation, now) {
      const key = `${clinicId}#${number}`
      const guard = alertNumbers.get(key)
      if (guard?.patientId === escalation.patientId && guard.seq === escalation.seq)
        alertNumbers.set(key, { ...guard, releasedAt: guard.releasedAt ?? now })
    },
    async forgetAlertNumber(clinicId, number, escalation, now) {
      const key = `${clinicId}#${number}`
      const guard = alertNumbers.get(key)
      if (guard?.patientId === escalation.patientId && guard.seq === escalation.seq)
        alertNumbers.set(key, {
          patientId: patientId('erased'),
          seq: 0,
          releasedAt: guard.releasedAt ?? now,
        })
    },
    async releaseReference(clinicId, reference, owner) {
      const key = `${clinicId}#${reference}`
      if (references.get(key) === owner) references.delete(key)
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
