import * as z from 'zod/mini'
import { isPatientId } from '../../lib/patient/identifiers.ts'
import { plainText, septets } from '../../lib/protocol/gsm7.ts'
import { isLocalDate, isLocalDateTime } from '../../lib/time/local-date.ts'
import { isZoneId } from '../../lib/time/zone.ts'
import { expected, expectedUnshown, guarded, only } from './expected.ts'

type Words = ReturnType<typeof expected>

export const matching = (pattern: RegExp, words: Words) => z.string(words).check(z.regex(pattern, words))
export const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, expected(`${values.slice(0, -1).join(', ')} or ${values.at(-1)}`))

export const flag = z.boolean(expected('true or false'))
const visitTime = guarded(
  isLocalDateTime,
  "an existing date and time like 2026-12-01T10:00, the clinic's own clock",
)
export const actor = z._default(
  matching(/^[^\p{Cc}]{1,60}$/u, expected('who at the clinic asks, 1 to 60 characters')),
  'api',
)

/** No spaces, so that a reference reads the same in an alert, a file name and a spreadsheet. */
const reference = matching(
  /^[\x21-\x7e]{1,40}$/,
  expected('1 to 40 letters A-Z, digits and signs like - _ . /, without spaces'),
)
/** Whether such a number exists hangs on the clinic's country; letters are wrong everywhere. */
const mobile = matching(
  /^[+\d ().\-/]{1,40}$/,
  expectedUnshown('a mobile number in digits, like "0491 570 006"'),
)
const timeZone = guarded(isZoneId, 'an IANA time zone like Australia/Sydney')
const givenName = matching(/^(?=.*\S)[^\p{Cc}]{1,40}$/u, expectedUnshown('a name of 1 to 40 characters'))
const protocol = matching(/^[\x21-\x7e]{1,60}$/, expected('a protocol version like sij-prolotherapy-v1'))

const labelWords = expectedUnshown(
  '1 to 10 plain characters that every phone shows, no emoji and none of ^{}[]~\\|',
)
/** One septet a character, so that the longest label leaves room for the words around it. */
const isLabel = (text: string): boolean => /^[^\n\r]{1,10}$/.test(text) && septets(text) === text.length
const label = z.string(labelWords).check(
  z.overwrite((text) => plainText(text).trim()),
  z.refine(isLabel, labelWords),
)

const consent = only({
  given: guarded(isLocalDate, 'an existing date like 2026-11-23'),
  method: oneOf(['written', 'verbal', 'online']),
})

const MOST_INJECTIONS = 9
const listWords = expected(`a list of 1 to ${MOST_INJECTIONS} injections`)
const injections = z
  .array(only({ at: visitTime, state: z.exactOptional(oneOf(['booked', 'confirmed', 'given'])) }), listWords)
  .check(z.minLength(1, listWords), z.maxLength(MOST_INJECTIONS, listWords))

const course = {
  protocol: z.exactOptional(protocol),
  injections,
  belt: z.exactOptional(flag),
  actor,
}

export const ENROL_BODY = only({
  reference,
  mobile,
  timeZone: z.exactOptional(timeZone),
  givenName: z.exactOptional(givenName),
  label: z.exactOptional(label),
  consent,
  ...course,
})

export const COURSE_BODY = only(course)

export const PREVIEW_BODY = only({
  injections,
  belt: z.exactOptional(flag),
  timeZone: z.exactOptional(timeZone),
})

/** A change that names nothing to change is a mistake, not a no-op. */
const names = (...fields: readonly string[]) =>
  z.refine<object>((body) => fields.some((field) => Object.hasOwn(body, field)), {
    error: () => `nothing to change: expected at least one of ${fields.join(', ')}`,
  })

export const INJECTION_BODY = only({
  at: z.exactOptional(visitTime),
  state: z.exactOptional(oneOf(['booked', 'confirmed', 'given', 'missed', 'cancelled'])),
  actor,
}).check(names('at', 'state'))

export const PATIENT_BODY = only({
  mobile: z.exactOptional(mobile),
  timeZone: z.exactOptional(timeZone),
  givenName: z.exactOptional(z.nullable(givenName)),
  label: z.exactOptional(z.nullable(label)),
  belt: z.exactOptional(flag),
  fewerTexts: z.exactOptional(flag),
  actor,
}).check(names('mobile', 'timeZone', 'givenName', 'label', 'belt', 'fewerTexts'))

export const STANDING_BODY = only({ actor })

const courseNumber = z
  .number(expected('the number of a course, from 1'))
  .check(
    z.refine((number) => Number.isInteger(number) && number >= 1, expected('the number of a course, from 1')),
  )

export const END_SERIES_BODY = only({ course: z.exactOptional(courseNumber), actor })

const daysWords = expected('a whole number of days from 1 to 180')

export const VISITS_MOVE_BODY = only({
  from: guarded(isLocalDate, 'the first day of the absence like 2027-01-12'),
  to: guarded(isLocalDate, 'the last day of the absence like 2027-01-15'),
  days: z
    ._default(z.number(daysWords), 7)
    .check(z.refine((days) => Number.isInteger(days) && days >= 1 && days <= 180, daysWords)),
  actor,
})

export const NOTHING = only({})

const dryRun = z.pipe(
  z._default(oneOf(['true', 'false']), 'false'),
  z.transform((text) => text === 'true'),
)

export const DRY_RUN_QUERY = only({ dryRun })
/** The body is a file, so who asks stands in the query. */
export const IMPORT_QUERY = only({ dryRun, actor })

const MOST_LISTED = 100
const limitWords = expected(`a whole number from 1 to ${MOST_LISTED}`)

const limit = z.pipe(
  z
    ._default(z.string(limitWords), '50')
    .check(z.refine((text) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MOST_LISTED, limitWords)),
  z.transform(Number),
)

const cursorWords = 'the cursor of the page before'
const page = { cursor: z.exactOptional(guarded(isPatientId, cursorWords)), limit }

export const RECORDS_QUERY = only({
  cursor: z.exactOptional(matching(/^[\w-]{1,64}$/, expected(cursorWords))),
  limit,
})

export const LIST_QUERY = only({
  state: z.exactOptional(oneOf(['active', 'paused', 'stopped', 'ended', 'withdrawn', 'erasing'])),
  ...page,
})

export const WORKLIST_QUERY = only({ state: z._default(oneOf(['open', 'resolved']), 'open'), ...page })

export const RESOLVE_BODY = only({
  outcome: z.exactOptional(
    matching(/^(?=.*\S).{1,500}$/su, expected('what came of it, 1 to 500 characters')),
  ),
  actor,
})
