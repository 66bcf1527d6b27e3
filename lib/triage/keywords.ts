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
