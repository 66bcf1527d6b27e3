import { z } from 'zod'
import { listen, type StandIn, type VendorAnswer, type VirtualNow } from './stand-in.ts'

const publication = z.object({
  at: z.number(),
  topicArn: z.string(),
  subject: z.string(),
  message: z.string(),
  attributes: z.record(z.string(), z.string()),
})

export type Publication = z.infer<typeof publication>

export interface SnsOptions {
  readonly now: VirtualNow
  /** Topics that exist. */
  readonly topics: readonly string[]
  readonly port?: number
}

export interface SnsStandIn extends StandIn {
  /** Everything published, oldest first. */
  published(): readonly Publication[]
  /** While down, every call answers 503. */
  down(isDown: boolean): void
}

/** Longest subject SNS takes. https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const LONGEST_SUBJECT = 100

/** Topics of SNS, as `@aws-sdk/client-sns` speaks to it (AWS Query). Implements Publish to a topic and nothing else. */
export async function startSns({ now, topics, port }: SnsOptions): Promise<SnsStandIn> {
  let messages: Publication[] = []
  let isDown = false
  const answer = (form: URLSearchParams): VendorAnswer => {
    if (isDown) return failure(503, 'ServiceUnavailable', 'down on request')
    const action = form.get('Action')
    if (action !== 'Publish') return failure(400, 'InvalidAction', `${action} is not implemented here`)
    const topicArn = form.get('TopicArn') ?? ''
    if (!topics.includes(topicArn)) return failure(404, 'NotFound', 'Topic does not exist')
    const subject = form.get('Subject') ?? ''
    const isPlain = /^[\x20-\x7e]+$/.test(subject) && subject.length <= LONGEST_SUBJECT
    if (!isPlain) return failure(400, 'InvalidParameter', 'Invalid parameter: Subject')
    const message = form.get('Message') ?? ''
    if (message === '') return failure(400, 'InvalidParameter', 'Invalid parameter: Empty message')
    messages.push({ at: now(), topicArn, subject, message, attributes: attributesOf(form) })
    return xml(
      200,
      `<PublishResponse xmlns="${XMLNS}"><PublishResult><MessageId>${messages.length}</MessageId></PublishResult></PublishResponse>`,
    )
  }
  const { url, close } = await listen(({ body }) => answer(new URLSearchParams(body)), port)
  return {
    url,
    close,
    published: () => messages,
    down: (wanted) => {
      isDown = wanted
    },
    nextEventAt: () => undefined,
    runDue: async () => {},
    snapshot: () => structuredClone(messages),
    restore: (state) => {
      messages = z.array(publication).parse(state)
    },
  }
}

function attributesOf(form: URLSearchParams): Record<string, string> {
  const names = [...form].filter(([key]) => /^MessageAttributes\.entry\.\d+\.Name$/.test(key))
  return Object.fromEntries(
    names.map(([key, name]) => [name, form.get(key.replace(/Name$/, 'Value.StringValue')) ?? '']),
  )
}

const XMLNS = 'http://sns.amazonaws.com/doc/2010-03-31/'

const xml = (status: number, body: string): VendorAnswer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body,
})

const failure = (status: number, code: string, message: string): VendorAnswer =>
  xml(
    status,
    `<ErrorResponse xmlns="${XMLNS}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
  )
