import type { ClinicId } from '../../lib/patient/identifiers.ts'
import type { Replan, Replans } from '../../lib/ports/replans.ts'

export function memoryReplans(): Replans {
  const replans = new Map<ClinicId, Replan>()
  const isCurrent = ({ clinicId, askedAt }: Replan) => replans.get(clinicId)?.askedAt === askedAt
  return {
    async ask(clinicId, askedAt) {
      replans.set(clinicId, { clinicId, askedAt })
    },
    async pending() {
      return structuredClone([...replans.values()].sort((a, b) => (a.clinicId < b.clinicId ? -1 : 1)))
    },
    async advance(replan) {
      if (isCurrent(replan)) replans.set(replan.clinicId, structuredClone(replan))
    },
    async finish(replan) {
      if (isCurrent(replan)) replans.delete(replan.clinicId)
    },
  }
}
