import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clinic } from '../../lib/patient/clinic.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { computePlan } from '../../lib/plan/compute-plan.ts'
import { type DueNow, dueNow, validitySeconds } from '../../lib/plan/due-now.ts'
import { DAY, HOUR, instant, MINUTE } from '../../lib/time/instant.ts'
import { localDate, localDateTime } from '../../lib/time/local-date.ts'
import { localAt } from '../../lib/time/zone.ts'
import { ANN, booked, ENROLLED, sydney } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { looked, scenes } from './random-patients.ts'
import { annBooked, annWith, changeInjection, deliveredUntil, settled, textOf } from './scenes.ts'

const dueAt = (patient: Patient, text: string, clinic: Clinic = HARBOUR): DueNow =>
  dueNow(computePlan(patient, clinic), patient, clinic, sydney(text))

/** What is sent, then what is skipped and why: `F1@1.1.1 | R1@1.1.1 expired`. */
const words = ({ send, skips }: DueNow): string =>
  [send?.id ?? 'nothing', ...skips.map(({ text, reason }) => `${text.id} ${reason}`)].join(' | ')

/** Everything before this moment delivered. */
const upTo = (text: string): Patient => deliveredUntil(ANN, sydney(text))

const retrying = (patient: Patient, id: string, notBefore: string): Patient =>
  settled(patient, id, 'retry', HARBOUR, { lookAt: sydney(notBefore) })

describe('a look at what is due', () => {
  it('sends nothing before its time, and the text at its time', () => {
    const ann = upTo('2026-12-01T18:00')

    expect(words(dueAt(ann, '2026-12-01T17:59'))).toBe('nothing')
    expect(words(dueAt(ann, '2026-12-01T18:00'))).toBe('F1@1.1.1')
  })

  it('sends one text, the welcome before the late reminder', () => {
    const late = annBooked(['2026-12-01T10:00'], sydney('2026-11-29T14:00'))
    const welcomed = settled(late, 'W0@1.0.1')

    expect(words(dueAt(late, '2026-11-29T14:00'))).toBe('W0@1.0.1')
    expect(words(dueAt(welcomed, '2026-11-29T14:00'))).toBe('R2@1.1.1')
  })

  it('sends what has waited by rank, not by age', () => {
    // F3 of 8 December still lives when R1 of a visit on the 17th falls due on the 10th.
    const ann = deliveredUntil(
      annBooked(['2026-12-01T10:00', '2026-12-17T10:00']),
      sydney('2026-12-08T09:00'),
    )

    expect(words(dueAt(ann, '2026-12-10T10:00'))).toBe('R1@1.2.1')
    expect(words(dueAt(settled(ann, 'R1@1.2.1'), '2026-12-10T10:00'))).toBe('F3@1.1.1')
  })

  it('skips what outlived its life while nobody looked, and says so', () => {
    const ann = upTo('2026-12-01T18:00')

    expect(words(dueAt(ann, '2026-12-04T12:00'))).toBe('F2@1.1.1 | F1@1.1.1 expired | N2@1.1.1 expired')
  })

  describe('of several reminders of a visit', () => {
    const clinic = {
      ...HARBOUR,
      protocolSettings: { ...HARBOUR.protocolSettings, secondReminder: 'two-working-days' },
    } as const
    // R2 of the Tuesday belongs on Friday the 27th, R1 lives until Saturday.
    const early = annWith([booked(1, '2026-12-01T10:00', sydney('2026-11-20T10:00'))])
    const ann = settled(settled(early, 'W0@1.0.1'), 'N1@1.1.1')
    const waiting = (patient: Patient, id: string, until: string): Patient =>
      settled(patient, id, 'held', clinic, { lookAt: sydney(until) })

    it('sends only the latest', () => {
      expect(words(dueAt(ann, '2026-11-27T11:00', clinic))).toBe('R2@1.1.1 | R1@1.1.1 superseded')
    })

    it('sends no earlier one after it, or while it waits itself', () => {
      const held = waiting(ann, 'R1@1.1.1', '2026-11-27T10:03')

      const sent = settled(held, 'R2@1.1.1', 'sent', clinic)
      const both = waiting(held, 'R2@1.1.1', '2026-11-27T10:06')

      expect(words(dueAt(sent, '2026-11-27T10:04', clinic))).toBe('nothing | R1@1.1.1 superseded')
      expect(words(dueAt(both, '2026-11-27T10:04', clinic))).toBe('nothing | R1@1.1.1 superseded')
    })

    it('sends the earlier one if the latest did not go', () => {
      const failed = settled(waiting(ann, 'R1@1.1.1', '2026-11-27T10:03'), 'R2@1.1.1', 'failed', clinic)

      expect(words(dueAt(failed, '2026-11-27T10:04', clinic))).toBe('R1@1.1.1')
    })
  })

  it('skips what the plan knows will not go, when it falls due and not before', () => {
    const short = deliveredUntil(
      annBooked(['2026-12-01T10:00', '2026-12-22T09:00']),
      sydney('2026-12-22T08:00'),
    )

    expect(words(dueAt(short, '2026-12-22T09:59'))).toBe('nothing')
    expect(words(dueAt(short, '2026-12-22T10:00'))).toBe('nothing | N3@1.1.1 superseded')
  })
})

describe('texting hours', () => {
  const ann = upTo('2026-12-01T18:00')

  it.each([
    ['2026-12-01T19:50', 'F1@1.1.1'],
    ['2026-12-01T19:51', 'nothing'],
    ['2026-12-02T07:59', 'nothing'],
    ['2026-12-02T08:00', 'F1@1.1.1'],
  ])('at %s send %s', (now, sent) => {
    expect(words(dueAt(ann, now))).toBe(sent)
  })

  it('claims a text with ten minutes to live, and expires it with less', () => {
    const last = sydney('2026-12-02T11:50')
    const plan = computePlan(ann, HARBOUR)

    expect(words(dueNow(plan, ann, HARBOUR, last))).toBe('F1@1.1.1')
    expect(words(dueNow(plan, ann, HARBOUR, instant(last + 1)))).toBe('N2@1.1.1 | F1@1.1.1 expired')
  })

  it('a text whose night outlives it is expired in the evening already', () => {
    const nudged = upTo('2026-12-11T17:30')

    expect(words(dueAt(nudged, '2026-12-11T19:50'))).toBe('X1@1.1.1')
    expect(words(dueAt(nudged, '2026-12-11T19:51'))).toBe('nothing | X1@1.1.1 expired')
  })
})

describe('a patient who is not to be texted', () => {
  const ann = upTo('2026-12-01T18:00')

  it.each([
    ['opted-out', { optedOut: { at: ENROLLED, reason: 'stop' } }],
    ['opted-out', { standing: 'withdrawn' }],
    ['number-bad', { numberBad: { at: ENROLLED } }],
    ['paused', { standing: 'paused' }],
  ] as const)('has what falls due skipped as %s', (reason, change) => {
    const stopped: Patient = { ...ann, ...change }

    expect(words(dueAt(stopped, '2026-12-01T17:59'))).toBe('nothing')
    expect(words(dueAt(stopped, '2026-12-01T18:00'))).toBe(`nothing | F1@1.1.1 ${reason}`)
  })
})

describe('the fuse', () => {
  const full = (date: string, texts: number): Patient => ({
    ...upTo(`${date}T09:00`),
    today: { date: localDate(date), texts },
  })

  it('lets three texts go on a day and holds the fourth until the next', () => {
    expect(words(dueAt(full('2026-12-08', 2), '2026-12-08T10:00'))).toBe('F3@1.1.1')
    expect(words(dueAt(full('2026-12-08', 3), '2026-12-08T10:00'))).toBe('nothing')
    expect(words(dueAt(full('2026-12-08', 3), '2026-12-09T08:00'))).toBe('F3@1.1.1')
  })

  it('never holds the warning signs', () => {
    expect(words(dueAt(full('2026-12-03', 3), '2026-12-03T10:00'))).toBe('F2@1.1.1')
  })

  it('says at once of a text that will not live until tomorrow that it is expired', () => {
    expect(words(dueAt(full('2026-12-11', 3), '2026-12-11T17:30'))).toBe('nothing | X1@1.1.1 expired')
  })

  it('is of the day on her clock', () => {
    expect(
      words(
        dueAt(
          { ...full('2026-12-08', 3), today: { date: localDate('2026-12-07'), texts: 3 } },
          '2026-12-08T10:00',
        ),
      ),
    ).toBe('F3@1.1.1')
  })
})

describe('a text to be tried again', () => {
  const ann = retrying(upTo('2026-12-01T18:00'), 'F1@1.1.1', '2026-12-01T18:05')

  it('waits for its time', () => {
    expect(words(dueAt(ann, '2026-12-01T18:04'))).toBe('nothing')
    expect(words(dueAt(ann, '2026-12-01T18:05'))).toBe('F1@1.1.1')
  })

  it('is skipped where its life is over by then', () => {
    expect(words(dueAt(ann, '2026-12-02T12:00'))).toBe('N2@1.1.1 | F1@1.1.1 expired')
  })

  it.each([
    'sending',
    'sent',
    'delivered',
    'undelivered',
    'unknown',
    'failed',
    'skipped',
  ] as const)('is nobody’s to send while %s', (state) => {
    expect(words(dueAt(settled(upTo('2026-12-01T18:00'), 'F1@1.1.1', state), '2026-12-01T18:00'))).toBe(
      'nothing',
    )
  })
})

describe('fewer texts', () => {
  const less = (text: string): Patient => ({ ...upTo(text), fewerTexts: true })

  it.each([
    ['2026-12-06T08:00', 'nothing | B1a@1.1.1 fewer'],
    ['2026-12-11T17:30', 'nothing | X1@1.1.1 fewer'],
    ['2026-12-15T10:00', 'nothing | P1b@1.1.1 fewer'],
    ['2026-12-08T10:00', 'F3@1.1.1'],
    ['2026-12-22T10:00', 'N3@1.1.1'],
    ['2027-01-05T10:00', 'R1@1.2.1'],
    ['2027-01-14T10:00', 'F2@1.2.1'],
  ])('after LESS: at %s %s', (now, what) => {
    expect(words(dueAt(less(now), now))).toBe(what)
  })

  const answered = (patient: Patient, id: string): Patient =>
    settled(patient, id, 'delivered', HARBOUR, { answered: { at: sydney('2026-12-13T12:00'), value: 'Y' } })
  const NUDGES = ['B1a', 'X1', 'X2a', 'B1b', 'X2b'].map((key) => `${key}@1.1.1`)
  const fate = (patient: Patient) =>
    NUDGES.slice(2).map((id) => {
      const { due } = textOf(patient, HARBOUR, id)
      return dueNow(computePlan(patient, HARBOUR), patient, HARBOUR, due).skips.some(
        ({ reason }) => reason === 'fewer',
      )
    })

  it('come by themselves after three questions unanswered: every second nudge', () => {
    // P1a, B1a and X1 went unanswered; X2a goes, B1b is left out, X2b goes.
    expect(fate(upTo('2026-12-12T09:00'))).toEqual([true, false, true].map((skip) => !skip))
  })

  it('do not come after two, nor when one of the three was answered', () => {
    expect(fate(upTo('2026-12-11T09:00'))).toEqual([false, false, false])
    expect(fate(answered(upTo('2026-12-12T09:00'), 'X1@1.1.1'))).toEqual([false, false, false])
  })

  it('end when she answers one', () => {
    expect(fate(answered(upTo('2026-12-15T12:00'), 'P1b@1.1.1'))).toEqual([false, false, false])
  })

  it('never leave out a pain check by themselves', () => {
    const silent = upTo('2026-12-29T09:00')

    expect(words(dueAt(silent, '2026-12-29T10:00'))).toBe('P2@1.1.1')
  })
})

describe('how long the carrier may hold a text', () => {
  const seconds = (patient: Patient, id: string, now: string): number =>
    validitySeconds(textOf(patient, HARBOUR, id), patient, HARBOUR, sydney(now))

  it('is until texting ends', () => {
    expect(seconds(ANN, 'F1@1.1.1', '2026-12-01T18:00')).toBe(2 * 3600)
  })

  it('is until its life ends where that comes first', () => {
    expect(seconds(ANN, 'F1@1.1.1', '2026-12-02T08:00')).toBe(4 * 3600)
  })

  it('is ten hours at most', () => {
    expect(seconds(ANN, 'F2@1.1.1', '2026-12-04T08:00')).toBe(36_000)
  })

  it('is ten minutes at least for anything that may be claimed', () => {
    expect(seconds(ANN, 'F2@1.1.1', '2026-12-04T19:50')).toBe(600)
  })
})

describe('whenever somebody looks, however late', () => {
  it('a text goes only when due, alive, in hours, and at most three go on a day beside the warning signs', () => {
    const moments = fc.array(fc.integer({ min: 1, max: (4 * DAY) / MINUTE }), {
      minLength: 5,
      maxLength: 120,
    })

    fc.assert(
      fc.property(scenes, moments, ({ patient: first, clinic }, waits) => {
        let patient = first
        let now = Math.min(...first.courses.map(({ startedAt }) => startedAt))
        const days = new Map<string, number>()
        for (const wait of waits) {
          now += wait * MINUTE
          // A crowd of wakes at one moment, as after an outage.
          for (let wake = 0; wake < 5; wake += 1) {
            const plan = computePlan(patient, clinic)
            const { send } = dueNow(plan, patient, clinic, instant(now))
            patient = looked({ patient, clinic }, plan, instant(now))
            if (send === undefined) continue
            const { date, minute } = localAt(patient.zone, instant(now))
            expect(send.due).toBeLessThanOrEqual(now)
            expect(now).toBeLessThanOrEqual(send.endsAt - 10 * MINUTE)
            expect(minute).toBeGreaterThanOrEqual(clinic.textingHours.start)
            expect(minute).toBeLessThanOrEqual(clinic.textingHours.end - 10)
            const validity = validitySeconds(send, patient, clinic, instant(now))
            expect(validity).toBeGreaterThanOrEqual(600)
            expect(now + validity * 1000).toBeLessThanOrEqual(Math.min(send.endsAt, now + 10 * HOUR))
            if (send.step.key !== 'F2') days.set(date, (days.get(date) ?? 0) + 1)
          }
        }
        expect(Math.max(0, ...days.values())).toBeLessThanOrEqual(3)
      }),
      { seed: 3, numRuns: 25 },
    )
  })
})

describe('a notice', () => {
  it('goes before everything that waits', () => {
    const moved = changeInjection(upTo('2026-12-08T09:30'), 2, {
      at: localDateTime('2027-01-13T10:00'),
      visit: 2,
      changedAt: sydney('2026-12-08T09:40'),
    })
    expect(words(dueAt(moved, '2026-12-09T10:00'))).toBe('V1@1.2.2')
  })
})

describe('while a red flag or a pregnancy is open', () => {
  const flag: Patient['escalations'][number] = {
    seq: 1,
    tier: 2,
    at: sydney('2026-12-05T02:00'),
    words: 'fever and the spot is weeping',
    replies: [],
    startsAt: sydney('2026-12-05T02:00'),
    alerted: [],
    acknowledged: { at: sydney('2026-12-05T03:05'), by: 'B' },
  }
  const reasonsOf = (change: Partial<Patient>, texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([id, now]) => {
      const ann = { ...deliveredUntil(ANN, sydney(now)), ...change }
      const { send, skips } = dueAt(ann, now)
      return skips.find(({ text }) => text.id === id)?.reason ?? (send?.id === id ? 'goes' : 'waits')
    })
  const TEXTS = {
    'B1a@1.1.1': '2026-12-06T08:00',
    'F3@1.1.1': '2026-12-08T10:00',
    'X1@1.1.1': '2026-12-11T17:30',
    'P1b@1.1.1': '2026-12-15T10:00',
    'N3@1.1.1': '2026-12-22T10:00',
    'R1@1.2.1': '2027-01-05T10:00',
    'F1@1.2.1': '2027-01-12T18:00',
    'F2@1.2.1': '2027-01-14T10:00',
  }
  const goesOn = (reasons: readonly string[]) => reasons.map((reason) => reason === 'goes')

  it('nothing reassuring goes under a flag, though somebody took it on; reminders and warnings do', () => {
    const reasons = reasonsOf({ escalations: [flag] }, TEXTS)

    expect(reasons).toEqual(['paused', 'paused', 'paused', 'paused', 'goes', 'goes', 'paused', 'goes'])
  })

  it('a score that is high pauses nothing, nor does a flag that is resolved', () => {
    const { tier: _, ...high } = flag
    const resolved = { ...flag, resolved: { at: sydney('2026-12-05T12:00'), by: 'nurse' } }

    expect(goesOn(reasonsOf({ escalations: [high] }, TEXTS))).toEqual(Object.keys(TEXTS).map(() => true))
    expect(goesOn(reasonsOf({ escalations: [resolved] }, TEXTS))).toEqual(Object.keys(TEXTS).map(() => true))
  })

  it('nudges and pain checks wait for a pregnancy to be settled, nothing else', () => {
    const task = {
      seq: 1,
      id: 'pregnant',
      kind: 'pregnant',
      at: sydney('2026-12-02T20:00'),
      urgent: true,
    } as const

    expect(reasonsOf({ tasks: [task] }, TEXTS)).toEqual([
      'paused',
      'goes',
      'paused',
      'paused',
      'goes',
      'goes',
      'goes',
      'goes',
    ])
  })
})
