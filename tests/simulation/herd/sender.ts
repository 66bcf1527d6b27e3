import { classOfFailedDelivery } from '../../../lib/adapters/twilio/error-classes.ts'
import type { PhoneNumber } from '../../../lib/patient/identifiers.ts'
import type { CallbackNews, DeliveryNews, OutgoingText, SendOutcome } from '../../../lib/ports/texting.ts'
import { septets } from '../../../lib/protocol/gsm7.ts'
import { after, type Instant, instant, latest, SECOND } from '../../../lib/time/instant.ts'
import type { Chance } from '../random.ts'
import type { Timeline } from '../timeline.ts'
import { ASSUMED, PUBLISHED } from './limits.ts'

/** A text that Twilio took. */
export interface Taken extends OutgoingText {
  readonly sid: string
  readonly takenAt: Instant
  /** When the sender's turn came; absent when its time ran out in the queue. */
  readonly wentAt?: Instant
}

/** The code of a text whose validity period ended before its turn came. */
const EXPIRED = 30036

/** One sending number at Twilio: it takes texts faster than the number may send, and queues them. */
export class Sender {
  readonly #timeline: Timeline
  readonly #chance: Chance
  readonly #segmentsPerSecond: number
  readonly #callBack: (news: CallbackNews) => void
  readonly #news = new Map<string, DeliveryNews>()
  #atOnce = 0
  #freeAt: Instant
  readonly taken: Taken[] = []
  refused = 0
  requests = 0
  /** Milliseconds in which the number was sending. */
  busy = 0
  /** The longest that a text has waited for its turn. */
  longestQueue = 0

  constructor(
    timeline: Timeline,
    chance: Chance,
    segmentsPerSecond: number,
    callBack: (news: CallbackNews) => void,
  ) {
    this.#timeline = timeline
    this.#chance = chance
    this.#segmentsPerSecond = segmentsPerSecond
    this.#callBack = callBack
    this.#freeAt = timeline.now()
  }

  async send(text: OutgoingText): Promise<SendOutcome> {
    this.requests += 1
    if (this.#atOnce >= ASSUMED.twilioAtOnce) return this.#refuse(20429)
    this.#atOnce += 1
    await this.#timeline.wait(this.#chance.between(ASSUMED.twilioTakes.low, ASSUMED.twilioTakes.high))
    this.#atOnce -= 1
    return this.#take(text)
  }

  #refuse(code: number): SendOutcome {
    this.refused += 1
    return { kind: 'refused', failure: 'retry', code }
  }

  #take(text: OutgoingText): SendOutcome {
    const now = this.#timeline.now()
    const turn = latest(now, this.#freeAt)
    if (turn - now > PUBLISHED.senderQueue) return this.#refuse(21611)
    const sid = `SM${this.taken.length + 1}`
    const patience = text.validitySeconds * SECOND
    const goes = turn - now < patience
    this.taken.push({ ...text, sid, takenAt: now, ...(goes && { wentAt: turn }) })
    this.longestQueue = Math.max(this.longestQueue, Math.min(turn - now, patience))
    if (goes) {
      const airtime = (segmentsOf(text.body) / this.#segmentsPerSecond) * SECOND
      this.busy += airtime
      this.#freeAt = instant(Math.round(turn + airtime))
      this.#tell(after(turn, ASSUMED.carrierTakes), text, sid, { state: 'sent' })
      this.#tell(after(turn, ASSUMED.carrierDelivers), text, sid, { state: 'delivered' })
    } else {
      const failure = classOfFailedDelivery(EXPIRED)
      this.#tell(after(now, patience), text, sid, { state: 'undelivered', code: EXPIRED, failure })
    }
    return { kind: 'accepted', sid }
  }

  #tell(at: Instant, { patientId, textId, attemptId }: OutgoingText, sid: string, news: DeliveryNews): void {
    this.#timeline.at(at, () => {
      this.#news.set(sid, news)
      this.#callBack({ patientId, textId, attemptId, sid, news })
    })
  }

  /** What Twilio knows of a text when asked. */
  newsOf(sid: string): DeliveryNews | undefined {
    return this.#news.get(sid)
  }

  /** Every text of ours to a number. */
  to(mobile: PhoneNumber): readonly Taken[] {
    return this.taken.filter(({ to }) => to === mobile)
  }
}

/** One segment holds 160 septets, each of several 153. */
export function segmentsOf(body: string): number {
  const count = septets(body) ?? 0
  return count <= 160 ? 1 : Math.ceil(count / 153)
}
