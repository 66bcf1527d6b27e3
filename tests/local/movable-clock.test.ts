import { describe, expect, it } from 'vitest'
import { instant, MINUTE, SECOND } from '../../lib/time/instant.ts'
import { movableClock } from '../../local/movable-clock.ts'

const START = Date.parse('2026-11-23T10:00:00+11:00')
const at = (ms: number) => instant(START + ms)

describe('the movable clock', () => {
  it('stands still until it is moved', async () => {
    const clock = movableClock(START)

    await new Promise((resolve) => setTimeout(resolve, 5))

    expect(clock.now()).toBe(at(0))
  })

  it('moves forward and never back', () => {
    const clock = movableClock(START)

    clock.set(at(MINUTE))
    clock.set(at(SECOND))

    expect(clock.now()).toBe(at(MINUTE))
  })

  it('wakes who sleeps when a jump passes the time', async () => {
    const clock = movableClock(START)
    const slept = clock.sleep(3_600_000).then(() => clock.now())

    clock.set(at(3_600_000))

    expect(await slept).toBe(at(3_600_000))
  })

  it('does not wake who sleeps before the time', async () => {
    const clock = movableClock(START)
    let awake = false
    const slept = clock.sleep(MINUTE).then(() => {
      awake = true
    })

    clock.set(at(MINUTE - 1))
    await Promise.resolve()

    expect(awake).toBe(false)
    clock.set(at(MINUTE))
    await slept
  })

  it('ends a loop of sleeps by itself when nobody moves it', async () => {
    const clock = movableClock(START)

    while (clock.now() < at(20)) await clock.sleep(5)

    expect(clock.now()).toBe(at(20))
  })

  it('is idle only when all work has settled, failed work and work that work began included', async () => {
    const clock = movableClock(START)
    const done: string[] = []
    const later = (name: string) => Promise.resolve().then(() => void done.push(name))
    const first = later('first').then(() => void clock.track(later('begun by the first')))
    clock.track(first)
    clock.track(Promise.reject(new Error('work that fails'))).catch(() => void done.push('failed'))

    await clock.idle()

    expect(done.toSorted()).toEqual(['begun by the first', 'failed', 'first'])
  })
})
