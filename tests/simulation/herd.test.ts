import { expect, it } from 'vitest'
import { simulateHerd } from './herd/herd.ts'

const REMINDED = { due: 'reminder', spreadMinutes: 0, alarms: 'scheduler', atOnce: 10 } as const

it('texts a crowd of one minute at the pace of the clinic’s number, each patient once', async () => {
  const herd = await simulateHerd({ ...REMINDED, patients: 300, segmentsPerSecond: 1 })

  expect(herd).toMatchObject({ texts: 300, lost: 0, doubled: 0, atNight: 0, binds: 'sending number' })
  expect(herd.sent.max).toBeLessThan(herd.ideal.max + 60)
})

it('is held up by the functions that run at once where the number is fast', async () => {
  const [few, many] = await Promise.all(
    [1, 20].map((atOnce) => simulateHerd({ ...REMINDED, patients: 300, segmentsPerSecond: 100, atOnce })),
  )

  expect(few).toMatchObject({ lost: 0, doubled: 0, binds: 'function at once' })
  expect(many).toMatchObject({ lost: 0, doubled: 0 })
  expect(many?.taken.max).toBeLessThan(few?.taken.max ?? 0)
})

it('texts patients for whom the account has no room for another rule', async () => {
  const herd = await simulateHerd({ ...REMINDED, patients: 400, alarms: 'rules', segmentsPerSecond: 100 })

  expect(herd).toMatchObject({ texts: 400, lost: 0, doubled: 0 })
  expect(herd.swept).toBeGreaterThanOrEqual(100)
  expect(herd.counted['AlarmFailures full']).toBeGreaterThan(0)
  expect(herd.taken.max).toBeLessThan(120)
})

it('welcomes 300 imported patients within the sweep’s one run', async () => {
  const herd = await simulateHerd({ ...REMINDED, due: 'import', patients: 300, segmentsPerSecond: 100 })

  expect(herd).toMatchObject({ texts: 300, lost: 0, doubled: 0, binds: 'sweep' })
  expect(herd.taken.max).toBeLessThan(60)
})

it('never holds a text into the night: what the number could not send by then is skipped, and counted so', async () => {
  // In the 2.5 hours from 17:30 to 20:00 this number sends 90 texts.
  const herd = await simulateHerd({ ...REMINDED, due: 'nudge', patients: 120, segmentsPerSecond: 0.01 })

  expect(herd).toMatchObject({
    texts: 120,
    lost: 0,
    doubled: 0,
    atNight: 0,
    ended: { 'skipped: expired': 30 },
  })
  expect(herd.counted).toMatchObject({ 'Refusals later': 30, 'Skipped expired': 30 })
})

it('climbs the ladder of a red flag on time while a crowd is served', async () => {
  const herd = await simulateHerd({ ...REMINDED, patients: 300, segmentsPerSecond: 100, atOnce: 1 })

  expect(herd.ladderLate).toBeLessThan(60)
})
