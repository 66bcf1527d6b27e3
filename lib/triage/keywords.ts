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

/** What a patient is asked to reply with, and how she may spell it. */
const ASKED_FOR = [
  'c',
  'r',
  'y',
  'n',
  'yes',
  'no',
  'yep',
  'nope',
  'ok',
  'less',
  'more',
  'wrong',
  'confirm',
  'change',
]
const ANSWERS: ReadonlySet<string> = new Set([...TWILIO_STOP, ...TWILIO_START, ...TWILIO_HELP, ...ASKED_FOR])

/** Whether a word or number alone says something, so that it can be nobody's label on a shared phone. */
export const isAnswerWord = (text: string): boolean => ANSWERS.has(text.toLowerCase()) || /^\d+$/.test(text)
