import { describe, expect, it } from 'vitest'
import { twimlAnswer } from '../../../functions/http/twiml.ts'

describe('TwiML', () => {
  it('without an answer is an empty response', () => {
    const answer = twimlAnswer()

    expect(answer).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'text/xml' },
      body: '<Response/>',
    })
  })

  it('escapes what XML reads as markup', () => {
    const answer = twimlAnswer(`Bones & Joints: "<6 weeks>" isn't long`)

    expect(answer.body).toBe(
      '<Response><Message>Bones &amp; Joints: &quot;&lt;6 weeks&gt;&quot; isn&apos;t long</Message></Response>',
    )
  })

  it('leaves out characters that XML cannot hold, and keeps those it can', () => {
    const answer = twimlAnswer('a\u0000b\u001bc\ud800d\n€😀')

    expect(answer.body).toBe('<Response><Message>abcd\n€😀</Message></Response>')
  })
})
