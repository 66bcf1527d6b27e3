import type { Intent } from '../patient/patient.ts'

interface Keyword {
  readonly intent: Intent
  readonly also?: readonly Intent[]
  /** Whole messages, normalised. */
  readonly phrases: ReadonlySet<string>
}

/**
 * Words that opt out at Twilio by default, the whole message, any case. Every one of them opts out here too.
 * Source: twilio.com/docs/messaging/tutorials/advanced-opt-out
 */
export const TWILIO_STOP = [
  'stop',
  'stopall',
  'unsubscribe',
  'cancel',
  'end',
  'quit',
  'revoke',
  'optout',
] as const
export const TWILIO_START = ['start', 'unstop'] as const
export const TWILIO_HELP = ['help', 'info'] as const

const keyword = (intent: Intent, phrases: readonly string[], also?: readonly Intent[]): Keyword => ({
  intent,
  phrases: new Set(phrases),
  ...(also && { also }),
})

/** First match wins; opting out comes before everything a reply could also mean. */
export const KEYWORDS: readonly Keyword[] = [
  // A patient who writes CANCEL may mean her visit: she is opted out as the carrier does, and staff ask her.
  keyword('stop', ['cancel'], ['cannot_attend']),
  keyword('stop', [
    ...TWILIO_STOP,
    'opt out',
    'stop please',
    'please stop',
    'stop texting me',
    'stop texts',
    'stop the texts',
    'no more texts',
    'no more texts please',
    'take me off',
    'remove me',
    'unsubscribe me',
  ]),
  keyword('wrong_number', ['wrong', 'wrong number', 'wrong person']),
  keyword('start', TWILIO_START),
  keyword('help', TWILIO_HELP),
  keyword('less', ['less', 'fewer', 'fewer texts', 'less texts']),
  keyword('more', ['more', 'more texts']),
  keyword('confirm', ['c', 'confirm', 'confirmed', 'i confirm']),
  keyword('cannot_attend', ['r', 'reschedule', 'rebook', 'change']),
  keyword('yes', ['y', 'yes', 'yep', 'yeah', 'yup']),
  keyword('no', ['n', 'no', 'nope', 'nah']),
  keyword('thanks', [
    'thanks',
    'thank you',
    'thankyou',
    'ta',
    'cheers',
    'thx',
    'ok',
    'okay',
    'ok thanks',
    'ok thank you',
  ]),
]

const COUNTED = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
] as const

export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  COUNTED.map((word, value) => [word, String(value)]),
)
