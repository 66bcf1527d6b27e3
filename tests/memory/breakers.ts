import type { ClinicId } from '../../lib/patient/identifiers.ts'
import type { Breaker, SenderBreakers } from '../../lib/ports/sender-breakers.ts'

export function memoryBreakers(open: Map<ClinicId, Breaker>): SenderBreakers {
  return {
    async read(clinicId) {
      return structuredClone(open.get(clinicId))
    },
    async open(clinicId, breaker) {
      if (open.has(clinicId)) return false
      open.set(clinicId, structuredClone(breaker))
      return true
    },
    async replace(clinicId, read, by) {
      const present = open.get(clinicId)
      const isSame =
        present?.openedAt === read.openedAt &&
        present.probes === read.probes &&
        present.triedAt === read.triedAt
      if (isSame) open.set(clinicId, structuredClone(by))
      return isSame
    },
    async close(clinicId) {
      open.delete(clinicId)
    },
  }
}
