import {
  isLocalDate,
  isLocalDateTime,
  type LocalDate,
  type LocalDateTime,
} from '../../lib/time/local-date.ts'

/** A date as people and spreadsheets write it, or why it cannot be read, in words. */
export type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'wrong'; readonly message: string }

const wrong = (message: string) => ({ kind: 'wrong', message }) as const
const read = <T>(value: T) => ({ kind: 'read', value }) as const

/** How a clinic writes dates and numbers: those of its ISO country, `AU`. */
export interface Custom {
  readonly country: string
}

/** Where some write the month first, nobody can tell what slashes mean; everywhere else the day comes first. */
const MONTH_FIRST = ['US']

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)[ ,T]*(.*)$/
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)[ ,T]*(.*)$/
const NAMED = /^(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ -](\d{4})(?!\d)[ ,T]*(.*)$/i
const SHORT_YEAR = /^\d{1,2}[/. -](\d{1,2}|[a-z]{3,9})[/. -]\d{2}(?!\d)/i
const SERIAL = /^\d{5}([.,]\d+)?$/
const CLOCK = /^(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)? ?([ap])?\.?(?:m\.?)?$/i
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const two = (number: number | string): string => String(number).padStart(2, '0')

/** The date, and what stands after it, unread. */
function dateAndRest(
  text: string,
  { country }: Custom,
): Reading<{ readonly date: LocalDate; readonly rest: string }> {
  const written = shown(text)
  if (/^#+$/.test(text))
    return wrong(
      'the spreadsheet saved #### because the column was too narrow: widen it and save the file again',
    )
  if (SERIAL.test(text))
    return wrong(`${written} is how a spreadsheet counts days: format the column as a date and save again`)
  if (SHORT_YEAR.test(text)) return wrong(`${written}: write the year with four digits, as in 1/12/2026`)
  const [, year, month, day, rest = ''] = ISO.exec(text) ?? named(text) ?? slashed(text) ?? []
  if (year === undefined || month === undefined || day === undefined)
    return wrong(`${written} is not a date: write it like 1/12/2026`)
  if (MONTH_FIRST.includes(country) && SLASHED.test(text))
    return wrong(`${written} may mean two days: write it like ${year}-${two(month)}-${two(day)}, year first`)
  const date = `${year}-${two(month)}-${two(day)}`
  if (isLocalDate(date)) return read({ date, rest: rest.trim() })
  if (Number(month) > 12)
    return wrong(`${written}: there is no month ${month}; the day comes first, as in 25/12/2026`)
  return wrong(`${written} is a day that does not exist`)
}

/** Both in the order of `ISO`: the whole, year, month, day, rest. */
function slashed(text: string): readonly string[] | undefined {
  const [whole, day, month, year, rest] = SLASHED.exec(text) ?? []
  return whole === undefined ? undefined : [whole, year ?? '', month ?? '', day ?? '', rest ?? '']
}

function named(text: string): readonly string[] | undefined {
  const [whole, day, name, year, rest] = NAMED.exec(text) ?? []
  const month = MONTHS.indexOf(name?.toLowerCase() ?? '') + 1
  return whole === undefined || month === 0
    ? undefined
    : [whole, year ?? '', String(month), day ?? '', rest ?? '']
}

export function readDate(text: string, custom: Custom): Reading<LocalDate> {
  const reading = dateAndRest(text, custom)
  return reading.kind === 'wrong' ? reading : read(reading.value.date)
}

/** A visit's date and time. The time may be left out where only the day matters, as of an injection long given. */
export function readVisitTime(
  text: string,
  custom: Custom,
  timeWhenMissing: string | undefined,
): Reading<LocalDateTime> {
  const reading = dateAndRest(text, custom)
  if (reading.kind === 'wrong') return reading
  const { date, rest } = reading.value
  if (rest === '' && timeWhenMissing === undefined)
    return wrong(`${shown(text)} has no time: write it like 1/12/2026 10:00`)
  const time = rest === '' ? timeWhenMissing : clock(rest)
  const at = `${date}T${time}`
  return isLocalDateTime(at)
    ? read(at)
    : wrong(`${shown(text)}: ${shown(rest)} is not a time: write it like 14:30 or 2:30pm`)
}

/** `2:30pm` as `14:30`; undefined when it is no time, or a bare number that might be either half of the day. */
function clock(text: string): string | undefined {
  const [, hours, minutes, half] = CLOCK.exec(text) ?? []
  if (hours === undefined || (minutes === undefined && half === undefined)) return undefined
  const hour = Number(hours)
  if (half === undefined) return `${two(hour)}:${minutes}`
  if (hour < 1 || hour > 12) return undefined
  return `${two((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0))}:${minutes ?? '00'}`
}

const LONGEST_SHOWN = 30
const shown = (text: string): string =>
  `"${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text}"`
