import { createHash } from 'node:crypto'
import { servicesFrom } from '../../../functions/services.ts'
import { enrol } from '../../../lib/care/enrol.ts'
import { readyToWrite } from '../../../lib/care/settle.ts'
import type { Clinic } from '../../../lib/patient/clinic.ts'
import { phoneNumber } from '../../../lib/patient/identifiers.ts'
import type { LedgerEntry } from '../../../lib/patient/ledger.ts'
import type { Patient } from '../../../lib/patient/patient.ts'
import { computePlan } from '../../../lib/plan/compute-plan.ts'
import { after, DAY, HOUR, type Instant, instant } from '../../../lib/time/instant.ts'
import { addDays, clockTime, joinDateTime } from '../../../lib/time/local-date.ts'
import { instantAt, localAt, zoneId } from '../../../lib/time/zone.ts'
import { tenAtOnce } from '../../chaos/enrolled.ts'
import { environmentOf } from '../../chaos/environment.ts'
import { offsetClock } from '../../chaos/offset-clock.ts'
import { DEMO_CLINIC } from '../../demo-clinic.ts'
import { noMetrics, quietLog } from '../../quiet-log.ts'
import { CREDENTIALS, settingsFor, startVendor } from '../../vendors.ts'

export const STAGE = 'bench'
export const PUBLIC_URL = 'https://texts.example.org'
export const API_KEY = 'bench-key'
/** An account that was granted a rule for each patient here. */
const RULES = 20_000

export type Stage = Awaited<ReturnType<typeof startStage>>

/** The vendors' stand-ins, in this process, and a clinic where it is noon whatever the hour here. */
export async function startStage() {
  const now = Date.now
  const dynamodb = await startVendor.dynamodb({})
  const eventbridge = await startVendor.eventbridge({ now, invokeAsync: async () => {}, rulesPerBus: RULES })
  const ssm = await startVendor.ssm({ stage: STAGE })
  const sns = await startVendor.sns({ now })
  const twilio = await startVendor.twilio({ now })
  twilio.callbacks('lost')
  const settings = settingsFor(
    { dynamodb, eventbridge, ssm, sns, twilio },
    { stage: STAGE, alarms: 'rules', publicUrl: PUBLIC_URL },
  )
  const clock = offsetClock()
  const parts = { clock, credentials: CREDENTIALS, log: quietLog, metrics: noMetrics }
  const services = servicesFrom(settings, parts)
  const clinic = clinicAtNoon(clock.now())
  await services.clinics.saveClinic(clinic)
  const hash = createHash('sha256').update(API_KEY).digest('hex')
  await services.clinics.saveApiKey(hash, { clinicId: clinic.id, roles: ['clinic', 'ops'] })
  const vendors = { dynamodb, eventbridge, ssm, sns, twilio }
  return {
    ...vendors,
    services,
    clinic,
    settings,
    environment: environmentOf(settings),
    tableName: dynamodb.tableName,
    /** Calls on the wire so far. */
    calls: () => ({
      dynamodb: dynamodb.requests(),
      eventbridge: sumOf(eventbridge.calls()),
      ssm: sumOf(ssm.calls()),
      sns: sns.published().length,
      twilio: sumOf(twilio.calls()),
    }),
    async close() {
      await Promise.all(Object.values(vendors).map((vendor) => vendor.close()))
    },
  }
}

const sumOf = (calls: Readonly<Record<string, number>>): number =>
  Object.values(calls).reduce((sum, count) => sum + count, 0)

/** `Etc/GMT+3` is three hours behind UTC. */
function clinicAtNoon(now: Instant): Clinic {
  const behind = localAt(zoneId('UTC'), now).minute / 60 - 12
  const whole = Math.trunc(behind)
  return { ...DEMO_CLINIC, zone: zoneId(`Etc/GMT${whole < 0 ? '-' : '+'}${Math.abs(whole)}`) }
}

/** Her second injection was two days ago: half a course lies behind her, and the warning signs are due, on any weekday. */
const DAYS_AGO = [44, 2, -40]
const ENROLLED_DAYS_AGO = 60

/** Patients in the middle of their course, all alike, each with a number of her own and a text due. */
export async function patientsMidCourse(stage: Stage, count: number): Promise<readonly Patient[]> {
  const { services, clinic } = stage
  const now = services.clock.now()
  const pattern = await midCourse(stage, now)
  const numbers = Array.from({ length: count }, (_, number) => number)
  return tenAtOnce(numbers, async (number) => {
    const copy = { ...pattern, id: services.identities.patient(), mobile: mobileOf(number) }
    const { patient, summary } = readyToWrite(copy, computePlan(copy, clinic), clinic, now)
    await services.patients.write(patient, summary, 0)
    return patient
  })
}

const mobileOf = (number: number) => phoneNumber(`+614915${String(100_000 + number).slice(1)}`)

async function midCourse({ services, clinic }: Stage, now: Instant): Promise<Patient> {
  const today = localAt(clinic.zone, now).date
  const ten = clockTime('10:00')
  const enrolledOn = addDays(today, -ENROLLED_DAYS_AGO)
  const enrolledAt = instantAt(clinic.zone, enrolledOn, ten)
  const outcome = await enrol(
    { ...services, clock: { ...services.clock, now: () => enrolledAt } },
    clinic,
    {
      actor: 'bench',
      reference: 'pattern',
      mobile: mobileOf(99_999),
      injections: DAYS_AGO.map((days) => ({ at: joinDateTime(addDays(today, -days), ten) })),
      consent: { given: enrolledOn, method: 'written' },
    },
    { wakes: false },
  )
  if (outcome.kind !== 'done') throw new Error(`a patient to measure with: ${outcome.kind}`)
  const { patient } = outcome.value
  const behind = computePlan(patient, clinic).filter(({ due }) => due < now - 6 * HOUR)
  const ledger = Object.fromEntries(
    behind.map(({ id, due, says }) => [id, deliveredAt(services.identities.attempt(), due, says)]),
  )
  return {
    ...patient,
    ledger,
    version: 0,
    alarm: { by: 'rules', at: instant(Math.floor((now - HOUR) / HOUR) * HOUR) },
    changes: patient.changes.map((change) => ({ ...change, at: after(now, -ENROLLED_DAYS_AGO * DAY) })),
  }
}

function deliveredAt(
  id: LedgerEntry['attempts'][number]['id'],
  due: Instant,
  says: LedgerEntry['says'],
): LedgerEntry {
  const at = after(due, 4000)
  const attempt = { id, state: 'delivered', claimedAt: due, sid: SID, sentAt: due, finalAt: at } as const
  return { state: 'delivered', due, at, attempts: [attempt], ...(says && { says }) }
}

const SID = `SM${'0'.repeat(32)}`
