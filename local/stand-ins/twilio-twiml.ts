import type { WebhookAnswer } from './twilio-webhook.ts'

export interface TwimlMessage {
  readonly body: string
  readonly statusCallback?: string
}

const MESSAGE = /<Message\b([^>]*)>([\s\S]*?)<\/Message>/g

/**
 * The messages that a webhook's answer makes Twilio send. An answer in plain text is itself sent as a message; any
 * other type than XML or text sends nothing.
 */
export function messagesInAnswer(answer: WebhookAnswer | undefined): readonly TwimlMessage[] {
  if (answer === undefined || answer.status < 200 || answer.status > 299) return []
  if (answer.contentType.includes('text/plain')) return answer.body === '' ? [] : [{ body: answer.body }]
  if (!/^(text|application)\/xml\b/.test(answer.contentType)) return []
  return [...answer.body.matchAll(MESSAGE)].map(([, attributes = '', content = '']) => {
    const body = unescapeXml(/<Body>([\s\S]*?)<\/Body>/.exec(content)?.[1] ?? content)
    const statusCallback = /\bstatusCallback="([^"]*)"/.exec(attributes)?.[1]
    return statusCallback === undefined ? { body } : { body, statusCallback: unescapeXml(statusCallback) }
  })
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const unescapeXml = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    return ENTITIES[name] ?? whole
  })
