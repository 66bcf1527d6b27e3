import { type PatientId, type PhoneNumber, patientId } from '../../lib/patient/identifiers.ts'
import type { OptOut } from '../../lib/patient/patient.ts'
import type { PhoneBook } from '../../lib/ports/phone-book.ts'

export function memoryPhones(): PhoneBook {
  const optOuts = new Map<PhoneNumber, OptOut>()
  const links = new Map<PhoneNumber, Set<PatientId>>()
  return {
    async known(mobile) {
      const optOut = structuredClone(optOuts.get(mobile))
      return { ...(optOut && { optOut }), patients: [...(links.get(mobile) ?? [])].sort() }
    },
    async optOut(mobile) {
      return structuredClone(optOuts.get(mobile))
    },
    async recordOptOut(mobile, optOut) {
      if (!optOuts.has(mobile)) optOuts.set(mobile, structuredClone(optOut))
    },
    async liftOptOut(mobile) {
      optOuts.delete(mobile)
    },
    async link(mobile, patient) {
      links.set(mobile, (links.get(mobile) ?? new Set()).add(patient))
    },
    async unlink(mobile, patient) {
      links.get(mobile)?.delete(patient)
    },
    async strangerId(clinicId, mobile) {
      return patientId(`unknown-${clinicId}-${mobile.slice(1)}`)
    },
    async patients(mobile) {
      return [...(links.get(mobile) ?? [])].sort()
    },
  }
}
