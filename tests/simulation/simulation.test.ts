import { describe, expect, it } from 'vitest'
import { crashPoints, hasRecovered, recover, undisturbed } from './crash-points.ts'
import { ALL_FAULTS, parseFaults } from './faults.ts'
import { simulate } from './simulate.ts'

describe('courses under every fault at once', () => {
  it.each([101, 102])('break no promise, seed %i', async (seed) => {
    const { figures, findings } = await simulate({ courses: 12, seed, faults: ALL_FAULTS })

    expect(findings).toEqual([])
    expect(figures.texts).toBeGreaterThan(250)
  })

  it('repeat exactly from their seed', async () => {
    const run = { courses: 3, seed: 7, faults: ALL_FAULTS }

    const [first, second] = [await simulate(run), await simulate(run)]

    expect(second).toEqual(first)
  })
})

/** Every so many-th point; the command `npm run simulate -- --crash-points all` takes every one. */
const STRIDE = 97

it('a process that dies anywhere in a full course costs no text and doubles none', async () => {
  const course = await undisturbed()
  expect(course.texts.length).toBeGreaterThan(45)

  for (let number = 0; number < crashPoints(course.effects); number += STRIDE) {
    const recovery = await recover(course, number)

    expect(recovery, `crash point ${number}`).toSatisfy(hasRecovered)
  }
})

it('names the faults it knows when asked for one it does not', () => {
  expect(() => parseFaults('crash,earthquake')).toThrow(
    'faults "earthquake": expected all, none, or some of crash',
  )
})
