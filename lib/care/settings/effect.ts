import type { Clinic } from '../../patient/clinic.ts'
import type { Patient } from '../../patient/patient.ts'
import { computePlan } from '../../plan/compute-plan.ts'
import { differenceBetween } from '../../plan/difference.ts'
import { textBody } from '../../protocol/say.ts'
import { fromDocuments, summariesWhere } from '../many-patients.ts'
import type { Services } from '../services.ts'

/** Most patients whose plans are compared; each takes about a millisecond. */
const MOST_EXAMINED = 500

export interface TextCounts {
  readonly added: number
  readonly removed: number
  readonly moved: number
  readonly reworded: number
}

/** What a change of settings does to the texts still to come. */
export interface SettingsEffect {
  /** Active and paused patients of the clinic. */
  readonly total: number
  readonly examined: number
  readonly affected: number
  readonly texts: TextCounts
}

const NONE: TextCounts = { added: 0, removed: 0, moved: 0, reworded: 0 }

export async function effectOf(services: Services, before: Clinic, next: Clinic): Promise<SettingsEffect> {
  const running = await summariesWhere(
    services,
    before.id,
    ({ state }) => state === 'active' || state === 'paused',
  )
  const ids = running.map(({ id }) => id).slice(0, MOST_EXAMINED)
  const counts = await fromDocuments(services, ids, (patient) => countsOf(patient, before, next))
  const affected = counts.filter((count) => Object.values(count).some((texts) => texts > 0)).length
  return { total: running.length, examined: counts.length, affected, texts: counts.reduce(sum, NONE) }
}

const sum = (a: TextCounts, b: TextCounts): TextCounts => ({
  added: a.added + b.added,
  removed: a.removed + b.removed,
  moved: a.moved + b.moved,
  reworded: a.reworded + b.reworded,
})

function countsOf(patient: Patient, before: Clinic, next: Clinic): TextCounts {
  const plan = computePlan(patient, next)
  const { added, removed, moved } = differenceBetween(
    [computePlan(patient, before), patient],
    [plan, patient],
  )
  const reworded = plan
    .filter(({ id, skip }) => patient.ledger[id] === undefined && skip === undefined)
    .filter(({ step, says }) => {
      const [old, fresh] = [before, next].map((clinic) =>
        textBody(step.key, { clinic, zone: patient.zone, visitAt: says }),
      )
      return old !== fresh
    })
  return {
    added: added.length,
    removed: removed.length,
    moved: moved.length,
    reworded: reworded.length,
  }
}
