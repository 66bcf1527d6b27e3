import { instant, SECOND } from '../lib/time/instant.ts'
import { clockTime } from '../lib/time/local-date.ts'
import { instantAt, localAt } from '../lib/time/zone.ts'
import { startArguments } from './arguments.ts'
import { startCloud } from './cloud.ts'
import { DEMO_CLINIC } from './demo-clinic.ts'
import { greeting } from './greeting.ts'
import { sayWhy } from './help-asked.ts'
import { pageApi } from './page-api.ts'
import { noMetrics, quietLog } from './quiet-log.ts'
import { letTimePass } from './running-clock.ts'

/** 10:00 of the day it is now in the clinic's zone: inside texting hours, whatever the hour here. */
function tenToday(): number {
  const { zone } = DEMO_CLINIC
  return instantAt(zone, localAt(zone, instant(Date.now())).date, clockTime('10:00'))
}

/** npm stops only the shell between itself and this process; a service left behind would keep the port. */
function whenShellIsGone(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return
  const shell = process.ppid
  setInterval(() => process.ppid !== shell && stop(), SECOND / 2).unref()
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
    whenShellIsGone(resolve)
  })
}

async function run(): Promise<void> {
  const { port, data } = startArguments(process.argv.slice(2), process.env.PORT)
  const cloud = await startCloud({
    startAt: tenToday(),
    port,
    observe: { log: quietLog, metrics: noMetrics },
    ...(data !== undefined && { dataDir: data }),
  })
  cloud.mount(pageApi(cloud))
  const stop = letTimePass(cloud)
  console.log(greeting(cloud))
  await untilStopped()
  stop()
  await cloud.close()
}

function inWords(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  if (error.code === 'EADDRINUSE')
    return 'this port is taken: stop what listens there, or choose another with PORT=4001 npm start'
  if (error.code === 'EACCES')
    return 'this port needs rights you do not have: choose one above 1023 with PORT'
  return error
}

run().catch((error: unknown) => {
  process.exit(sayWhy('npm start', inWords(error)))
})
