import { createHash } from 'node:crypto'
import { servicesFrom } from '../functions/services.ts'
import type { Services } from '../lib/care/services.ts'
import type { Clinic } from '../lib/patient/clinic.ts'
import type { Instant } from '../lib/time/instant.ts'
import { nextText, patientsOf } from './clinic-patients.ts'
import { functionsOf } from './cloud-functions.ts'
import { holdFolder } from './data-folder.ts'
import { DEMO_CLINIC, DEMO_KEY } from './demo-clinic.ts'
import { type Gateway, startGateway } from './gateway.ts'
import { type Lambda, startLambda } from './lambda.ts'
import { type MovableClock, movableClock } from './movable-clock.ts'
import { type PassingTime, passingTime } from './passing-time.ts'
import { readSnapshot, type Snapshot, writeSnapshot } from './snapshot.ts'
import { putSweepRule, SWEEP_RULE } from './sweep-rule.ts'
import { CREDENTIALS, settingsFor, startVendors, type Vendors } from './vendors.ts'

export interface CloudOptions {
  /** Epoch ms the clock starts at; a snapshot in `dataDir` knows better. */
  readonly startAt: number
  /** Letters and digits; `local` by default. */
  readonly stage?: string
  /** Folder that keeps everything across restarts; in memory when absent. */
  readonly dataDir?: string
  /** Of the gateway; any free one by default. */
  readonly port?: number
  readonly alarms?: 'rules' | 'scheduler'
  readonly clinic?: Clinic
  /** Take the place of what the service would log and measure with. */
  readonly observe?: Partial<Pick<Services, 'log' | 'metrics'>>
}

/** The whole service on this machine, with its vendors and a clock that somebody moves. */
export interface Cloud
  extends PassingTime,
    Pick<Vendors, 'dynamodb' | 'eventbridge' | 'scheduler' | 'twilio' | 'ssm' | 'sns'> {
  readonly url: string
  readonly clinic: Clinic
  /** An API key of the clinic, with every role it may have. */
  readonly key: string
  readonly services: Services
  readonly failures: Lambda['failures']
  now(): Instant
  /** When the next text of any patient is planned; undefined when none is left to come. */
  next(): Promise<Instant | undefined>
  /** Answers requests that are not the service's, such as the page's. */
  readonly mount: Gateway['mount']
  /** Writes the snapshot, if there is a folder for it. */
  save(): void
  close(): Promise<void>
}

/** @throws Error with code EADDRINUSE when the port is taken, or naming a folder in use or unreadable */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { stage = 'local', dataDir, alarms = 'rules', clinic = DEMO_CLINIC } = options
  const release = dataDir === undefined ? () => {} : holdFolder(dataDir)
  const kept = dataDir === undefined ? undefined : readSnapshot(dataDir)
  const clock = movableClock(kept?.now ?? options.startAt)
  const lambda = startLambda(clock)
  const gateway = await startGateway({
    now: clock.now,
    invoke: lambda.invoke,
    afterwards: () => save(),
    ...(options.port !== undefined && { port: options.port }),
  })
  const vendors = await startVendors({ now: clock.now, invokeAsync: lambda.invokeAsync, stage, dataDir })
  vendors.twilio.setInboundUrl(`${gateway.url}/webhooks/twilio/inbound#rc=3&rp=ct,rt,5xx`)
  const settings = settingsFor(vendors, { stage, alarms, publicUrl: gateway.url })
  const parts = { clock, lambda, vendors }
  const services = servicesFrom(settings, { clock, credentials: CREDENTIALS, ...options.observe })
  lambda.deploy(functionsOf(services))
  if (kept !== undefined) restore(parts, kept)
  await putSweepRule(vendors.eventbridge.url)
  await seed(services, clinic)
  const { eventbridge, scheduler, twilio } = vendors
  const time = passingTime({
    clock,
    lively: [eventbridge, scheduler, twilio, lambda],
    sweepRule: () => eventbridge.rateRules().find(({ name }) => name === SWEEP_RULE),
    patients: services.patients,
    replans: services.replans,
  })
  const save = (): void => {
    if (dataDir !== undefined) writeSnapshot(dataDir, snapshotOf(parts))
  }
  return {
    ...vendors,
    ...time,
    url: gateway.url,
    mount: gateway.mount,
    clinic,
    key: DEMO_KEY,
    services,
    failures: lambda.failures,
    now: clock.now,
    next: async () => nextText(await patientsOf({ services, clinic }), clinic)?.at,
    save,
    close: async () => {
      await gateway.close()
      await clock.idle()
      save()
      await vendors.close()
      release()
    },
  }
}

interface Parts {
  readonly clock: MovableClock
  readonly lambda: Lambda
  readonly vendors: Vendors
}

const snapshotOf = ({ clock, lambda, vendors }: Parts): Snapshot => ({
  now: clock.now(),
  eventbridge: vendors.eventbridge.snapshot(),
  scheduler: vendors.scheduler.snapshot(),
  twilio: vendors.twilio.snapshot(),
  lambda: lambda.snapshot(),
})

function restore({ lambda, vendors }: Parts, kept: Snapshot): void {
  vendors.eventbridge.restore(kept.eventbridge)
  vendors.scheduler.restore(kept.scheduler)
  vendors.twilio.restore(kept.twilio)
  lambda.restore(kept.lambda)
}

async function seed({ clinics }: Services, clinic: Clinic): Promise<void> {
  const before = await clinics.clinic(clinic.id)
  // What the clinic has changed of itself stays.
  if ((await clinics.saveClinic(before?.changed ? before : clinic)) === 'sender-taken')
    throw new Error(`clinic "${clinic.id}": its sender belongs to another clinic in this data folder`)
  const hash = createHash('sha256').update(DEMO_KEY).digest('hex')
  await clinics.saveApiKey(hash, { clinicId: clinic.id, roles: ['clinic', 'ops'] })
}
