import * as z from 'zod/mini'
import { plainText, septets } from '../../lib/protocol/gsm7.ts'
import { SLOTS } from '../../lib/protocol/slots.ts'
import { clockTime, isLocalDate } from '../../lib/time/local-date.ts'
import { HOLIDAY_CALENDARS } from '../../lib/time/public-holidays.ts'
import { expected, expectedUnshown, guarded, only } from './expected.ts'
import { actor, flag, matching, oneOf } from './schemas.ts'

/** Words of the clinic that stand in texts: the wording is sized for the longest, so that each text is one segment. */
const said = (slot: keyof typeof SLOTS, what: string, form: RegExp = /\S/, least = 1) => {
  const length = least === SLOTS[slot] ? least : `${least} to ${SLOTS[slot]}`
  const words = expected(`${what} of ${length} plain characters, as patients should read it`)
  const fits = (text: string): boolean =>
    form.test(text) && !/\p{Cc}/u.test(text) && (septets(text) ?? Number.POSITIVE_INFINITY) <= SLOTS[slot]
  return z.string(words).check(
    z.overwrite((text) => plainText(text).trim()),
    z.refine(fits, words),
  )
}
/** No number that a phone can call is shorter. */
const LEAST_DIGITS = 3
const phone = (slot: keyof typeof SLOTS) =>
  said(slot, 'a phone number', /^\+?\d(?:[ ()]*\d){2}[\d ()]*$/, LEAST_DIGITS)

const HOURS = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/
const hours = (words: ReturnType<typeof expected>, fits: (start: string, end: string) => boolean) =>
  z.pipe(
    z
      .string(words)
      .check(z.refine((text) => HOURS.test(text) && fits(text.slice(0, 5), text.slice(6)), words)),
    z.transform((text) => ({ start: clockTime(text.slice(0, 5)), end: clockTime(text.slice(6)) })),
  )
const opening = hours(expected('hours like 08:30-17:00'), (opens, closes) => opens < closes)

/** No patient is texted in her sleep, whatever a clinic wants. */
const [EARLIEST, LATEST] = ['06:00', '22:00']
const texting = hours(
  expected(`hours like 08:00-20:00, between ${EARLIEST} and ${LATEST}`),
  (start, end) => start >= EARLIEST && end <= LATEST && start < end,
)

const whole = (least: number, most: number, what = 'a whole number') => {
  const words = expected(`${what} from ${least} to ${most}`)
  return z
    .number(words)
    .check(z.refine((value) => Number.isInteger(value) && value >= least && value <= most, words))
}

const date = guarded(isLocalDate, 'an existing date like 2026-12-25')
const MOST_CLOSED_DAYS = 400
const closedWords = expected(`a list of at most ${MOST_CLOSED_DAYS} dates`)

const contact = matching(
  /^[^\p{Cc}]{1,40}$/u,
  expectedUnshown('a mobile number as text, like "0491 570 157"'),
)

/** A red flag waits for its first alert no longer than this, and for the end of its ladder no longer than that. */
const [FIRST_ALERT, LADDER_END] = [15, 180]
const ladderWords = expected(
  `five whole numbers of minutes, each later than the one before, the first at most ${FIRST_ALERT}, the last at most ${LADDER_END}`,
)
const minute = z.number(ladderWords)
const climbs = (minutes: readonly number[]): boolean =>
  minutes.every((value, index) => Number.isInteger(value) && value > (minutes[index - 1] ?? -1)) &&
  (minutes[0] ?? 0) <= FIRST_ALERT &&
  (minutes.at(-1) ?? 0) <= LADDER_END
const ladder = z
  .tuple([minute, minute, minute, minute, minute], ladderWords)
  .check(z.refine(climbs, ladderWords))

const daysOr = <const T extends string>(word: T, least: number, most: number) =>
  z.union([z.literal(word), whole(least, most)], expected(`"${word}" or days from ${least} to ${most}`))

const protocolSettings = only({
  gapDays: whole(7, 182, 'days'),
  injections: whole(1, 9),
  nsaidAfter: daysOr('until-cleared', 7, 84),
  nsaidBefore: daysOr('none', 1, 14),
  topicalCounts: flag,
  belt: flag,
  physioRestartDay: whole(1, 60, 'days'),
  baselinePain: flag,
  secondReminder: oneOf(['two-working-days', 'two-days']),
  workingDaysOnly: z.array(
    z.literal('pain check', expected('"pain check"')),
    expected('a list of kinds of text'),
  ),
})

const holidayWords = expected(`${HOLIDAY_CALENDARS.join(', ')}, or null for none`)

const asItIs = z.exactOptional(z.string(expected('text')))

export const SETTINGS_BODY = only({
  name: said('clinic', 'a name'),
  phone: phone('phone'),
  afterHoursLine: phone('line'),
  emergencyNumber: phone('em'),
  crisisLine: phone('crisis'),
  poisonsLine: phone('poison'),
  city: said('city', 'a name'),
  opening: only({
    monday: z.exactOptional(opening),
    tuesday: z.exactOptional(opening),
    wednesday: z.exactOptional(opening),
    thursday: z.exactOptional(opening),
    friday: z.exactOptional(opening),
    saturday: z.exactOptional(opening),
    sunday: z.exactOptional(opening),
  }).check(
    z.refine((week) => Object.keys(week).length > 0, {
      error: () => 'no day is open: expected at least one',
    }),
  ),
  holidays: z.union([oneOf(HOLIDAY_CALENDARS), z.null()], holidayWords),
  closedDays: z.array(date, closedWords).check(z.maxLength(MOST_CLOSED_DAYS, closedWords)),
  textingHours: texting,
  spreadMinutes: whole(0, 60, 'minutes'),
  onCall: only({ A: contact, B: z.exactOptional(contact) }),
  tier2WakesOnCall: flag,
  ladderMinutes: ladder,
  protocolSettings,
  hold: only({
    all: flag,
    protocols: z.array(z.string(expected('a protocol version')), expected('a list of protocol versions')),
  }),
  actor,
  /** Of the reading these settings were made from; `null` was read while nobody had changed any. */
  changed: z.exactOptional(
    z.nullable(only({ at: z.string(expected('text')), by: z.string(expected('text')) })),
  ),
  // What GET shows besides may be sent back: as it is, or not at all.
  id: asItIs,
  timeZone: asItIs,
  country: asItIs,
  sender: asItIs,
  keywordAnswers: asItIs,
  holidaysUntil: z.exactOptional(z.unknown()),
})

export type SettingsBody = z.infer<typeof SETTINGS_BODY>
