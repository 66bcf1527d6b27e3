import { describe, expect, test } from 'vitest'
import {
  classOfFailedDelivery,
  classOfRefusal,
  FAILED_DELIVERIES,
  REFUSALS,
} from '../../../lib/adapters/twilio/error-classes.ts'

/** Every code the service has an opinion on, from Twilio's error pages. */
const AT_SEND = [
  20500, 20429, 20503, 20003, 20005, 10001, 90010, 30002, 20404, 21211, 21212, 21606, 21603, 21703, 21704,
  21705, 21408, 21608, 21609, 21610, 21611, 21612, 21614, 21635, 21617, 21265, 21266, 14107, 35111, 35114,
  35115, 35117, 35118, 35125, 30029, 63038, 60728, 11200, 11205, 12300, 57012,
]
const AT_DELIVERY = [
  20005, 10001, 90010, 30002, 30001, 30003, 30004, 30005, 30006, 30007, 30008, 30017, 30018, 30024, 30042,
  30022, 30023, 30032, 30034, 30035, 30036, 30047, 30610, 30410, 30450, 30500, 30020, 30021, 63038, 60728,
  63003, 63007, 63016, 63018, 63024,
]

describe('classes of Twilio errors', () => {
  test.each(AT_SEND)('a refusal with %i has a row', (code) => {
    expect(REFUSALS[code]).toBeDefined()
  })

  test.each(AT_DELIVERY)('a delivery that failed with %i has a row', (code) => {
    expect(FAILED_DELIVERIES[code]).toBeDefined()
  })

  test.each([
    [20429, 'retry'],
    [20503, 'unknown'],
    [21610, 'opt-out'],
    [21614, 'number'],
    [20003, 'operators'],
    [21617, 'never'],
  ] as const)('a refusal with %i is %s', (code, failure) => {
    expect(classOfRefusal(code)).toBe(failure)
  })

  test.each([
    [30003, 'later'],
    [30005, 'number'],
    [30007, 'never'],
    [30410, 'never'],
    [30034, 'operators'],
    [21610, 'opt-out'],
  ] as const)('a delivery that failed with %i is %s', (code, failure) => {
    expect(classOfFailedDelivery(code)).toBe(failure)
  })

  test('a refusal with a code nobody knows is for operators', () => {
    expect(classOfRefusal(99_999)).toBe('operators')
  })

  test('a failed delivery without a known code is worth one later attempt', () => {
    expect(classOfFailedDelivery(99_999)).toBe('later')
    expect(classOfFailedDelivery(undefined)).toBe('later')
  })

  test('no failed delivery is called safe to repeat at once', () => {
    expect(Object.values(FAILED_DELIVERIES)).not.toContain('retry')
  })
})
