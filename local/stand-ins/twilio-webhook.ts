import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'

export type WebhookFields = Readonly<Record<string, string>>

export interface WebhookAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** Twilio waits this long for an answer, in real milliseconds. */
const READ_TIMEOUT = 15_000

/**
 * POSTs signed form fields as Twilio does. The URL's fragment says how often to try again and upon what: `rc` times
 * (1 by default) on what `rp` lists (only failed connects by default). Tries follow each other at once.
 * @returns the last answer; undefined when there was none
 */
export async function postWebhook(
  configuredUrl: string,
  fields: WebhookFields,
  authToken: string,
): Promise<WebhookAnswer | undefined> {
  const [url = '', fragment = ''] = configuredUrl.split('#')
  const overrides = new URLSearchParams(fragment)
  const retries = Number(overrides.get('rc') ?? '1')
  const retryOn = (overrides.get('rp') ?? 'ct').split(',')
  const signature = getExpectedTwilioSignature(authToken, url, fields)
  let answer: WebhookAnswer | undefined
  for (let tries = 0; tries <= retries; tries += 1) {
    answer = await post(url, fields, signature)
    const failure = failureOf(answer)
    if (failure === undefined || !(retryOn.includes(failure) || retryOn.includes('all'))) break
  }
  return answer
}

async function post(
  url: string,
  fields: WebhookFields,
  signature: string,
): Promise<WebhookAnswer | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'x-twilio-signature': signature, 'user-agent': 'TwilioProxy/1.1' },
      body: new URLSearchParams(fields),
      redirect: 'manual',
      signal: AbortSignal.timeout(READ_TIMEOUT),
    })
    const contentType = response.headers.get('content-type') ?? ''
    return { status: response.status, contentType, body: await response.text() }
  } catch {
    return undefined
  }
}

function failureOf(answer: WebhookAnswer | undefined): 'ct' | '4xx' | '5xx' | undefined {
  if (answer === undefined) return 'ct'
  if (answer.status >= 500) return '5xx'
  return answer.status >= 400 ? '4xx' : undefined
}
