import { NOT_STORED } from './answer.ts'
import type { Answer } from './api-event.ts'

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
])

// XML 1.0 has no way to write these, escaped or not: one of them and Twilio refuses the whole answer.
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const escaped = (text: string): string =>
  text.replace(NOT_IN_XML, '').replace(/[&<>"']/g, (mark) => ENTITIES.get(mark) ?? mark)

/**
 * What Twilio texts back: one message, or none. Any other content type would be an error 12300 or a text itself.
 * Twilio reports to `statusCallback` what became of the message.
 */
export function twimlAnswer(message?: string, statusCallback?: string): Answer {
  const report = statusCallback === undefined ? '' : ` statusCallback="${escaped(statusCallback)}"`
  const body =
    message === undefined
      ? '<Response/>'
      : `<Response><Message${report}>${escaped(message)}</Message></Response>`
  return { statusCode: 200, headers: { ...NOT_STORED, 'content-type': 'text/xml' }, body }
}
