import { enrol } from '../../lib/care/enrol.ts'
import { claimText } from '../../lib/care/ledger-moves.ts'
import type { Services } from '../../lib/care/services.ts'
import { readyToWrite } from '../../lib/care/settle.ts'
import type { PatientId } from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { computePlan } from '../../lib/plan/compute-plan.ts'
import { after, DAY } from '../../lib/time/instant.ts'
import { localDate, localDateTime } from '../../lib/time/local-date.ts'
import { CLINIC } from './place.ts'
import { MEASURED_TEXT } from './store-alone.ts'

const VISITS = ['2026-12-15T10:00', '2027-01-26T10:00', '2027-03-09T10:00'].map(localDateTime)

/** Numbers that belong to nobody: these processes know no others. */
const mobileOf = (number: number): string => `+614915${71_000 + number}`

/** Enrols so many patients, each with a number of her own from the `first` on, by the service's own use case. */
export const enrolMany = (
  services: Services,
  count: number,
  { first = 0, zone = CLINIC.zone } = {},
): Promise<readonly Patient[]> =>
  tenAtOnce(
    Array.from({ length: count }, (_, index) => first + index),
    async (number) => {
      const outcome = await enrol(services, CLINIC, {
        actor: 'chaos',
        reference: `patient ${number}`,
        mobile: mobileOf(number),
        timeZone: zone,
        injections: VISITS.map((at) => ({ at })),
        consent: { given: localDate('2026-11-30'), method: 'written' },
      })
      if (outcome.kind !== 'done')
        throw new Error(`patient ${number}: expected to be enrolled, ${outcome.kind}`)
      return outcome.value.patient
    },
  )

/** The patients as they are stored now. */
export const readAgain = (
  { patients }: Services,
  enrolled: readonly Patient[],
): Promise<readonly Patient[]> =>
  tenAtOnce(enrolled, async ({ id }) => {
    const patient = await patients.read(id)
    if (patient === undefined) throw new Error(`patient ${id}: gone from the store`)
    return patient
  })

/** Copies of a patient with a text claimed, for measuring the store: nothing is due for them before next month. */
export async function copiesOf(
  services: Services,
  patient: Patient,
  count: number,
): Promise<readonly PatientId[]> {
  const now = services.clock.now()
  const text = computePlan(patient, CLINIC).find(({ id }) => id === MEASURED_TEXT)
  if (text === undefined) throw new Error(`${MEASURED_TEXT}: expected it in the plan`)
  const claimed = claimText(patient, CLINIC, text, services.identities.attempt(), now).patient
  const ids = Array.from({ length: count }, () => services.identities.patient())
  return tenAtOnce(ids, async (id) => {
    const copy = { ...claimed, id, version: 0 }
    const { patient: ready, summary } = readyToWrite(copy, computePlan(copy, CLINIC), CLINIC, now)
    await services.patients.write({ ...ready, lookAt: after(now, 30 * DAY) }, summary, 0)
    return id
  })
}

export async function tenAtOnce<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = []
  const left = items.values()
  const worker = async (): Promise<void> => {
    for (const item of left) results.push(await work(item))
  }
  await Promise.all(Array.from({ length: 10 }, worker))
  return results
}
