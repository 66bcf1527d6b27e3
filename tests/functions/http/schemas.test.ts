import { describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import { parsed } from '../../../functions/http/expected.ts'
import { RequestProblem } from '../../../functions/http/problem.ts'
import {
  DRY_RUN_QUERY,
  END_SERIES_BODY,
  ENROL_BODY,
  INJECTION_BODY,
  LIST_QUERY,
  NOTHING,
  PATIENT_BODY,
} from '../../../functions/http/schemas.ts'

const ENROLMENT = {
  reference: 'ann-1',
  mobile: '0491 570 006',
  injections: [{ at: '2026-12-01T10:00' }],
  consent: { given: '2026-11-23', method: 'written' },
}

/** Each error as `path: message`. */
function complaints(schema: z.ZodMiniType<unknown>, value: unknown): readonly string[] {
  try {
    parsed(schema, value)
    return []
  } catch (error) {
    if (!(error instanceof RequestProblem)) throw error
    return error.errors.map(({ path, message }) => `${path}: ${message}`)
  }
}

describe('an enrolment', () => {
  it('may leave out all that has a default', () => {
    const request = parsed(ENROL_BODY, ENROLMENT)

    expect(request).toEqual({ ...ENROLMENT, actor: 'api' })
  })

  it('names every required field that is missing', () => {
    const found = complaints(ENROL_BODY, {})

    expect(found).toEqual([
      'reference: missing: expected 1 to 40 letters A-Z, digits and signs like - _ . /, without spaces',
      'mobile: missing: expected a mobile number in digits, like "0491 570 006"',
      'consent: missing: expected an object with given, method',
      'injections: missing: expected a list of 1 to 9 injections',
    ])
  })

  it('names the place, the value and what is allowed', () => {
    const body = {
      ...ENROLMENT,
      reference: 'ann 1',
      timeZone: 'EST',
      belt: 'yes',
      consent: { given: '2026-02-30', method: 'sms' },
      injections: [{ at: '2026-12-01T10:00' }, { at: '1/12/2026 10:00', state: 'missed' }],
    }

    const found = complaints(ENROL_BODY, body)

    expect(found).toEqual([
      'reference: "ann 1": expected 1 to 40 letters A-Z, digits and signs like - _ . /, without spaces',
      'timeZone: "EST": expected an IANA time zone like Australia/Sydney',
      'consent.given: "2026-02-30": expected an existing date like 2026-11-23',
      'consent.method: "sms": expected written, verbal or online',
      `injections[1].at: "1/12/2026 10:00": expected an existing date and time like 2026-12-01T10:00, the clinic's own clock`,
      'injections[1].state: "missed": expected booked, confirmed or given',
      'belt: "yes": expected true or false',
    ])
  })

  it('refuses a field it does not know, at any depth, by name', () => {
    const body = { ...ENROLMENT, injections: [{ at: '2026-12-01T10:00', tiem: '10:00' }], phone: '1' }

    const found = complaints(ENROL_BODY, body)

    expect(found).toEqual([
      'injections[0].tiem: unknown: expected one of at, state',
      expect.stringMatching(/^phone: unknown: expected one of reference, mobile, /),
    ])
  })

  it.each([
    ['no', []],
    ['ten', Array.from({ length: 10 }, () => ({ at: '2026-12-01T10:00' }))],
  ])('refuses %s injections', (_, injections) => {
    const found = complaints(ENROL_BODY, { ...ENROLMENT, injections })

    expect(found).toEqual([
      `injections: a list of ${injections.length}: expected a list of 1 to 9 injections`,
    ])
  })

  it.each([[null], [[]], ['text'], [7]])('refuses a body that is %j', (body) => {
    const found = complaints(ENROL_BODY, body)

    expect(found).toEqual([expect.stringContaining('expected an object with reference, mobile')])
  })

  it('never repeats a mobile number, a name or a label', () => {
    const body = { ...ENROLMENT, mobile: 491570006, givenName: 'Ann'.repeat(20), label: 'Ann-Kathrin' }

    const found = complaints(ENROL_BODY, body)

    expect(found).toHaveLength(3)
    expect(found.join()).not.toMatch(/491570006|AnnAnn|Kathrin/)
  })

  it('writes a label as every phone shows it', () => {
    const request = parsed(ENROL_BODY, { ...ENROLMENT, label: ' Jo’s ' })

    expect(request.label).toBe("Jo's")
  })

  it.each([['Jo😀'], ['Jo{}'], [''], ['   '], ['elevenchars']])('refuses the label %j', (label) => {
    const found = complaints(ENROL_BODY, { ...ENROLMENT, label })

    expect(found).toEqual([expect.stringMatching(/^label: expected 1 to 10 plain characters/)])
  })
})

describe('a change', () => {
  it('must name something to change', () => {
    const found = [complaints(INJECTION_BODY, { actor: 'Kim' }), complaints(PATIENT_BODY, {})]

    expect(found).toEqual([
      [': nothing to change: expected at least one of at, state'],
      [': nothing to change: expected at least one of mobile, timeZone, givenName, label, belt, fewerTexts'],
    ])
  })

  it('may take a name and a label away', () => {
    const change = parsed(PATIENT_BODY, { givenName: null, label: null })

    expect(change).toEqual({ givenName: null, label: null, actor: 'api' })
  })

  it('ends a course by its number', () => {
    const found = [{ course: 2 }, { course: 0 }, { course: '1' }].map((body) =>
      complaints(END_SERIES_BODY, body),
    )

    expect(found).toEqual([
      [],
      ['course: 0: expected the number of a course, from 1'],
      ['course: "1": expected the number of a course, from 1'],
    ])
  })
})

describe('a query', () => {
  it('is read into values', () => {
    const read = [
      parsed(LIST_QUERY, { limit: '100', state: 'paused' }),
      parsed(DRY_RUN_QUERY, { dryRun: 'true' }),
    ]

    expect(read).toEqual([{ limit: 100, state: 'paused' }, { dryRun: true }])
  })

  it('has defaults', () => {
    const read = [parsed(LIST_QUERY, {}), parsed(DRY_RUN_QUERY, {})]

    expect(read).toEqual([{ limit: 50 }, { dryRun: false }])
  })

  it('is refused by name, value and what is allowed', () => {
    const found = complaints(LIST_QUERY, { limit: '101', state: 'gone', cursor: 'a b', page: '2' })

    expect(found).toEqual([
      'state: "gone": expected active, paused, stopped, ended, withdrawn or erasing',
      'cursor: "a b": expected the cursor of the page before',
      'limit: "101": expected a whole number from 1 to 100',
      'page: unknown: expected one of state, cursor, limit',
    ])
  })

  it('is refused where a call takes none', () => {
    const found = complaints(NOTHING, { dryRun: 'true' })

    expect(found).toEqual(['dryRun: unknown: nothing is expected here'])
  })
})
