import { describe, expect, test } from 'vitest'
import { outcomeOfError } from '../../../lib/adapters/twilio/send-outcome.ts'

const systemError = (code: string): Error => Object.assign(new Error(code), { code })
const refused = (status: number, code?: number): Error =>
  Object.assign(new Error('+61491570006 is not a number'), { status, code })

describe('the outcome of a send that ended in an error', () => {
  test.each([
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
  ])('is a refusal to retry when %s kept the connection from opening', (code) => {
    expect(outcomeOfError(systemError(code))).toEqual({ kind: 'refused', failure: 'retry' })
  })

  test.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT'])('is unknown when %s broke the connection', (code) => {
    expect(outcomeOfError(systemError(code))).toEqual({ kind: 'unknown' })
  })

  test.each([
    ['a timeout', new DOMException('aborted', 'TimeoutError')],
    ['an answer that is no JSON', new SyntaxError('Unexpected token <')],
    ['a 500', refused(500, 20500)],
    ['a 5xx, whatever its code', refused(500, 21211)],
    ['a 503', refused(503, 20503)],
    ['a 502 of a proxy', refused(502)],
    ['a redirect', refused(307, 20404)],
    ['a 400 without a code of Twilio', refused(400)],
    ['anything else', 'words'],
  ])('is unknown after %s', (_, error) => {
    expect(outcomeOfError(error)).toEqual({ kind: 'unknown' })
  })

  test('is a refusal to retry after a 429, with or without a code', () => {
    expect(outcomeOfError(refused(429, 20429))).toEqual({ kind: 'refused', failure: 'retry', code: 20429 })
    expect(outcomeOfError(refused(429))).toEqual({ kind: 'refused', failure: 'retry' })
  })

  test('has the class of its code after a 4xx, and none of its words', () => {
    expect(outcomeOfError(refused(400, 21211))).toEqual({ kind: 'refused', failure: 'number', code: 21211 })
  })
})
