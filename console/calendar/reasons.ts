import type { CalendarText, PatientState } from '../api/shapes.ts'

const SKIPPED: Readonly<Record<NonNullable<CalendarText['reason']>, string>> = {
  expired: 'too late to be of use',
  paused: 'on hold, or red flag or pregnancy open',
  fewer: 'fewer texts were asked for',
  'opted-out': 'opted out',
  crowded: 'too many texts around that day',
  superseded: 'a later visit or text took its place',
  'already-told': 'told just before',
  cancelled: 'the visit was cancelled',
  missed: 'the visit was missed',
  'number-bad': 'the number takes no texts',
}

const STATES: Readonly<Record<CalendarText['state'], string>> = {
  planned: 'planned',
  sending: 'going out',
  sent: 'sent',
  delivered: 'delivered',
  undelivered: 'not delivered',
  retry: 'to be tried again',
  held: 'held back',
  unknown: 'being looked up',
  failed: 'failed',
  skipped: 'not sent',
}

/** Why a text that is planned will not go as things stand. */
const HELD_BY: Readonly<Partial<Record<PatientState, string>>> = {
  stopped: 'will not go: stopped',
  withdrawn: 'will not go: withdrawn',
  paused: 'on hold',
  erasing: 'will not go: being erased',
}

const WORDS = new Map<string, string>([...Object.entries(STATES), ...Object.entries(SKIPPED)])

/** A state of the ledger with its reason, as the clinic says it. */
export function stateText(state: string, reason?: string): string {
  const [words, why] = [state, reason].map((code) => code && (WORDS.get(code) ?? code.replaceAll('-', ' ')))
  return [words, why].filter(Boolean).join(': ')
}

export interface Standing {
  /** Its name for the style sheet. */
  readonly look: string
  readonly words: string
}

/** How a text stands, in the words of the clinic. A plan says nothing of her STOP, so her state is asked too. */
export function standingOf({ state, reason }: CalendarText, of: PatientState): Standing {
  const held = HELD_BY[of]
  if (state === 'planned' && held !== undefined) return { look: 'skipped', words: held }
  return { look: state, words: stateText(state, reason) }
}
