import { pairOf, type TwilioState } from './twilio-state.ts'

const STOP = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']
const START = ['START', 'UNSTOP', 'YES']
const HELP = ['HELP', 'INFO']

const STOPPED =
  'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.'
const STARTED =
  'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.'
const HELPED = 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.'

/**
 * Twilio's own handling of its default keywords: blocks or frees the pair of sender and phone.
 * @returns the text Twilio answers by itself; undefined when it leaves the answer to us
 */
export function handleKeyword(
  state: TwilioState,
  sender: string,
  phone: string,
  body: string,
): string | undefined {
  const word = body.trim().toUpperCase()
  const pair = pairOf(sender, phone)
  const wasBlocked = state.blocked.includes(pair)
  if (STOP.includes(word)) {
    if (!wasBlocked) state.blocked.push(pair)
    return STOPPED
  }
  if (START.includes(word)) {
    state.blocked = state.blocked.filter((other) => other !== pair)
    // YES is an everyday answer too: Twilio speaks up only where it changes something.
    return word === 'YES' && !wasBlocked ? undefined : STARTED
  }
  return HELP.includes(word) ? HELPED : undefined
}
