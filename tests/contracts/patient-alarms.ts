import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clinicId, patientId } from '../../lib/patient/identifiers.ts'
import type { Log, LogFields } from '../../lib/ports/log.ts'
import type { PatientAlarms } from '../../lib/ports/patient-alarms.ts'
import { instant, MINUTE, SECOND } from '../../lib/time/instant.ts'
import type { ApiFaults } from '../../local/stand-ins/aws-server.ts'
import type { FiringFaults } from '../../local/stand-ins/firing.ts'
import type { StandIn } from '../../local/stand-ins/stand-in.ts'

export interface Bench {
  readonly standIn: StandIn & ApiFaults & FiringFaults & { calls(): Readonly<Record<string, number>> }
  /** `targetArn` other than the default makes the vendor refuse. */
  readonly alarms: (log: Log, targetArn?: string) => PatientAlarms
}

export type Invoke = (targetArn: string, input: string) => Promise<void>

/** Makes the vendor's stand-in with room for `quota` alarms, and the adapter over the vendor's own client. */
export type StartBench = (options: {
  readonly now: () => number
  readonly invoke: Invoke
  readonly quota: number
}) => Promise<Bench>

const NOW = instant(Date.UTC(2026, 10, 30, 22, 0)) // 2026-12-01 09:00 in Sydney
const IN_10_MINUTES = instant(NOW + 10 * MINUTE)
const IN_20_MINUTES = instant(NOW + 20 * MINUTE)
const ANNA = patientId('p-anna-4kX9')
const BEN = patientId('p-ben-77Qz')
const CLINIC = clinicId('c-harbour')
const QUOTA = 3

/** What every backing of the port promises, whatever the vendor. */
export function patientAlarmsContract(name: string, start: StartBench): void {
  describe(`patient alarms by ${name}`, () => {
    let time: number
    let fired: { readonly at: number; readonly target: string; readonly input: string }[]
    let logged: { readonly level: string; readonly code: string; readonly fields?: LogFields | undefined }[]
    let whenFired: () => Promise<unknown>
    let bench: Bench
    let alarms: PatientAlarms

    const record = (level: string) => (code: string, fields?: LogFields) =>
      void logged.push({ level, code, fields })
    const log = { info: record('info'), warn: record('warn'), error: record('error') }
    const set = (at: number, first: boolean, patient = ANNA) =>
      alarms.set({ patientId: patient, clinicId: CLINIC, at: instant(at), first })
    const moveTo = async (target: number) => {
      for (let next = bench.standIn.nextEventAt(); next !== undefined && next <= target; ) {
        time = next
        await bench.standIn.runDue()
        next = bench.standIn.nextEventAt()
      }
      time = target
      await bench.standIn.runDue()
    }

    beforeEach(async () => {
      time = NOW
      fired = []
      logged = []
      whenFired = async () => {}
      const invoke = async (target: string, input: string) => {
        fired.push({ at: time, target, input })
        await whenFired()
      }
      bench = await start({ now: () => time, invoke, quota: QUOTA })
      alarms = bench.alarms(log)
    })
    afterEach(() => bench.standIn.close())

    it('fires once, at its minute, with opaque ids and nothing else', async () => {
      const outcome = await set(IN_10_MINUTES, true)
      await moveTo(IN_20_MINUTES)

      expect(outcome).toBe('armed')
      expect(fired.map(({ at }) => at)).toEqual([IN_10_MINUTES])
      expect(fired[0]?.target).toBe('arn:aws:lambda:ap-southeast-2:123456789012:function:wake')
      expect(JSON.parse(fired[0]?.input ?? '')).toEqual({ patientId: ANNA, clinicId: CLINIC })
    })

    it('fires at the next whole minute for an instant within a minute, never before it', async () => {
      await set(IN_10_MINUTES + 1 * SECOND, true)
      await moveTo(IN_20_MINUTES)

      expect(fired.map(({ at }) => at)).toEqual([IN_10_MINUTES + 1 * MINUTE])
    })

    it('moves the alarm when it is set again', async () => {
      await set(IN_10_MINUTES, true)
      await set(IN_20_MINUTES, false)
      await moveTo(IN_20_MINUTES)

      expect(fired.map(({ at }) => at)).toEqual([IN_20_MINUTES])
    })

    it('has one alarm when the first setting is repeated', async () => {
      await set(IN_10_MINUTES, true)
      const outcome = await set(IN_10_MINUTES, true)
      await moveTo(IN_20_MINUTES)

      expect(outcome).toBe('armed')
      expect(fired).toHaveLength(1)
      expect(logged).toEqual([])
    })

    it('keeps the alarms of two patients apart', async () => {
      await set(IN_10_MINUTES, true, ANNA)
      await set(IN_20_MINUTES, true, BEN)
      await moveTo(IN_20_MINUTES)

      expect(fired.map(({ input }) => JSON.parse(input).patientId)).toEqual([ANNA, BEN])
    })

    it('fires again when it is set again after it has fired', async () => {
      await set(IN_10_MINUTES, true)
      await moveTo(IN_10_MINUTES + 1 * MINUTE)
      const outcome = await set(IN_20_MINUTES, false)
      await moveTo(IN_20_MINUTES)

      expect(outcome).toBe('armed')
      expect(fired.map(({ at }) => at)).toEqual([IN_10_MINUTES, IN_20_MINUTES])
    })

    it('fires again when it is set again by the very wake it caused', async () => {
      await set(IN_10_MINUTES, true)
      whenFired = async () => {
        if (time === IN_10_MINUTES) await set(IN_20_MINUTES, false)
      }
      await moveTo(IN_20_MINUTES)

      expect(fired.map(({ at }) => at)).toEqual([IN_10_MINUTES, IN_20_MINUTES])
    })

    it('never fires once removed, and removing what is not there is no error', async () => {
      await set(IN_10_MINUTES, true)
      await alarms.remove(ANNA)
      await alarms.remove(ANNA)
      await moveTo(IN_20_MINUTES)

      expect(fired).toEqual([])
      expect(await alarms.used()).toMatchObject({ count: 0 })
    })

    it('is full when the account has no room, without a second try', async () => {
      for (const n of [1, 2, 3]) await set(IN_10_MINUTES, true, patientId(`p-${n}`))
      const before = total(bench.standIn.calls())
      const outcome = await set(IN_10_MINUTES, true, ANNA)

      expect(outcome).toBe('full')
      expect(total(bench.standIn.calls()) - before).toBe(1)
    })

    it('still moves an alarm when the account is full', async () => {
      for (const n of [1, 2, 3]) await set(IN_10_MINUTES, true, patientId(`p-${n}`))

      expect(await set(IN_20_MINUTES, false, patientId('p-2'))).toBe('armed')
    })

    it('gets past one throttled call', async () => {
      bench.standIn.throttleNext(1)

      expect(await set(IN_10_MINUTES, true)).toBe('armed')
    })

    it('is unavailable when throttling goes on', async () => {
      bench.standIn.throttleNext(10)

      expect(await set(IN_10_MINUTES, true)).toBe('unavailable')
      expect(logged).toEqual([
        {
          level: 'warn',
          code: 'ALARM_SET_FAILED',
          fields: { patientId: ANNA, error: 'ThrottlingException' },
        },
      ])
    })

    it('is unavailable when the vendor fails', async () => {
      bench.standIn.failNext(10)

      expect(await set(IN_10_MINUTES, true)).toBe('unavailable')
      expect(logged).toMatchObject([{ level: 'warn', code: 'ALARM_SET_FAILED' }])
    })

    it('is unavailable when the vendor cannot be reached', async () => {
      await bench.standIn.close()

      expect(await set(IN_10_MINUTES, true)).toBe('unavailable')
      expect(logged).toMatchObject([{ level: 'warn', code: 'ALARM_SET_FAILED' }])
    })

    it('is unavailable and says so as an error when the request itself is wrong', async () => {
      alarms = bench.alarms(log, 'not-an-arn')

      expect(await set(IN_10_MINUTES, true)).toBe('unavailable')
      expect(logged).toEqual([
        {
          level: 'error',
          code: 'ALARM_SET_FAILED',
          fields: { patientId: ANNA, error: 'ValidationException' },
        },
      ])
    })

    it('knows whether a patient has an alarm that wakes our function', async () => {
      const before = await alarms.wakes(ANNA)
      await set(IN_10_MINUTES, true)
      const armed = await alarms.wakes(ANNA)
      await alarms.remove(ANNA)

      expect([before, armed, await alarms.wakes(ANNA)]).toEqual([false, true, false])
    })

    it('tells an alarm that wakes another function from one that wakes ours', async () => {
      await bench
        .alarms(log, 'arn:aws:lambda:ap-southeast-2:123456789012:function:of-before')
        .set({ patientId: ANNA, clinicId: CLINIC, at: IN_10_MINUTES, first: true })

      expect(await alarms.wakes(ANNA)).toBe(false)
    })

    it('lists the patients who have an alarm', async () => {
      await set(IN_10_MINUTES, true, ANNA)
      await set(IN_20_MINUTES, true, BEN)

      const { patients, cursor } = await alarms.list()

      expect([...patients].sort()).toEqual([ANNA, BEN])
      expect(cursor).toBeUndefined()
    })

    it('counts the alarms of its stage', async () => {
      await set(IN_10_MINUTES, true, ANNA)
      await set(IN_10_MINUTES, true, BEN)

      expect(await alarms.used()).toMatchObject({ count: 2 })
    })
  })
}

const total = (calls: Readonly<Record<string, number>>): number =>
  Object.values(calls).reduce((sum, count) => sum + count, 0)
