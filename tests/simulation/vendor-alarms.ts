import type { ClinicId, PatientId } from '../../lib/patient/identifiers.ts'
import type { PatientAlarms } from '../../lib/ports/patient-alarms.ts'
import { after, HOUR, type Instant, MINUTE, SECOND } from '../../lib/time/instant.ts'
import type { Luck } from './luck.ts'
import type { Timeline } from './timeline.ts'

interface Rule {
  readonly clinicId: ClinicId
  /** The expression in force, and whether anything is woken by it. */
  at?: Instant
  /** Minutes for which a firing is under way already: an expression put twice fires once. */
  readonly firings: Set<Instant>
  target: boolean
}

/** EventBridge rules: one a patient, firing some time in their minute, each at least once, mostly. */
export function alarmVendor(
  timeline: Timeline,
  luck: Luck,
  limit: number,
  wake: (whose: { readonly patientId: PatientId; readonly clinicId: ClinicId }) => void,
): PatientAlarms {
  const rules = new Map<PatientId, Rule>()

  function fire(patientId: PatientId, at: Instant): void {
    const rule = rules.get(patientId)
    // An expression that was replaced meanwhile does not fire, unless the new one is not in force yet.
    if (rule === undefined || rule.at !== at || !rule.target) return
    if (luck.isAway('eventbridge', timeline.now()) || luck.strikes('alarms', 0.03)) return
    const { clinicId } = rule
    const delay = luck.strikes('alarms', 0.02) ? luck.of('alarms').between(MINUTE, 5 * HOUR) : 0
    timeline.in(delay, () => wake({ patientId, clinicId }))
    // Twice is mostly twice at once, which is when it can do harm.
    if (luck.strikes('alarms', 0.08))
      timeline.in(delay + luck.of('alarms').between(0, luck.of('alarms').pick([0, 5, 50, 90 * SECOND])), () =>
        wake({ patientId, clinicId }),
      )
  }

  function put(patientId: PatientId, clinicId: ClinicId, at: Instant): void {
    const rule = rules.get(patientId) ?? { clinicId, firings: new Set(), target: false }
    rules.set(patientId, rule)
    const takesEffect = luck.strikes('alarms', 0.1) ? luck.of('alarms').between(SECOND, 2 * MINUTE) : 0
    timeline.in(takesEffect, () => {
      rule.at = at
      if (at < timeline.now() || rule.firings.has(at)) return
      rule.firings.add(at)
      const second = luck.has('alarms') ? luck.of('alarms').between(0, 59 * SECOND) : 0
      timeline.at(after(at, second), () => {
        rule.firings.delete(at)
        fire(patientId, at)
      })
    })
  }

  return {
    kind: 'rules',
    async set({ patientId, clinicId, at, first }) {
      if (luck.isAway('eventbridge', timeline.now()) || luck.strikes('alarms', 0.02)) return 'unavailable'
      if (!rules.has(patientId) && rules.size >= limit) return 'full'
      put(patientId, clinicId, at)
      // The target is a second call, which may fail when the rule is there already.
      if (first && luck.strikes('alarms', 0.05)) return 'unavailable'
      const rule = rules.get(patientId)
      if (first && rule) rule.target = true
      return luck.strikes('alarms', 0.01) ? 'unavailable' : 'armed'
    },
    async remove(patientId) {
      rules.delete(patientId)
    },
    wakes: async (patientId) => rules.get(patientId)?.target ?? false,
    list: async () => ({ patients: [...rules.keys()] }),
    used: async () => ({ count: rules.size, limit }),
  }
}
