import { type Instant, instant, MINUTE } from '../../lib/time/instant.ts'
import { isoOf, localDateTimeAt } from '../../lib/time/zone.ts'
import type { Cloud } from '../../local/cloud.ts'
import { SYDNEY, sydney } from '../fixtures/ann.ts'

/** A text of the plan as it arrived on a phone, its times to the minute of the hand-over to Twilio. */
export interface Arrived {
  readonly id: string
  readonly local: string
  readonly utc: string
  readonly body: string
}

/** Texts of the plan that a phone has shown, oldest first. Answers to her own messages are none of these. */
export function arrivedAt({ twilio }: Pick<Cloud, 'twilio'>, mobile: string): readonly Arrived[] {
  return twilio
    .messages()
    .filter(
      ({ direction, to, status }) =>
        direction === 'outbound-api' && to === mobile && (status === 'sent' || status === 'delivered'),
    )
    .map(({ createdAt, body, statusCallback = '' }) => ({
      id: idIn(statusCallback),
      ...minuteOf(instant(createdAt)),
      body,
    }))
}

/** The only place on the wire that names the text: `...&text=F1-1-2-1&...`. */
const idIn = (callback: string): string =>
  /text=(\w+)-(\d+)-(\d+)-(\d+)/.exec(callback)?.slice(1).join('.').replace('.', '@') ?? ''

const minuteOf = (at: Instant) => {
  const minute = instant(Math.floor(at / MINUTE) * MINUTE)
  return { local: localDateTimeAt(SYDNEY, minute), utc: isoOf(minute) }
}

/**
 * Lets time pass until `end`, answering every question on the phone 20 minutes after it came.
 * @param onText called after each text and its answer
 */
export async function answering(
  cloud: Cloud,
  patient: { readonly mobile: string; writes(text: string): Promise<unknown> },
  end: string,
  onText: () => Promise<void> = async () => {},
): Promise<void> {
  const last = sydney(end)
  let read = 0
  while (cloud.now() < last) {
    const next = (await cloud.nextMoment()) ?? last
    await cloud.advanceTo(instant(Math.min(next, last)))
    const fresh = arrivedAt(cloud, patient.mobile).slice(read)
    read += fresh.length
    for (const { body } of fresh) {
      const answer = answerTo(body)
      if (answer !== undefined) {
        await cloud.advanceTo(instant(cloud.now() + 20 * MINUTE))
        await patient.writes(answer)
      }
      await onText()
    }
  }
}

function answerTo(body: string): string | undefined {
  if (body.includes('Reply C')) return 'C'
  if (body.includes('0 (none) to 10 (worst)')) return '3'
  return body.includes('Reply Y or N') ? 'Y' : undefined
}
