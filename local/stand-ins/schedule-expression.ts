import { validationError } from './aws-server.ts'

const MINUTE = 60_000

/** When a rule fires: at one minute (undefined: never, such as 30 February), or again and again. */
export type RuleSchedule =
  | { readonly kind: 'once'; readonly at: number | undefined }
  | { readonly kind: 'rate'; readonly periodMs: number }

const CRON = /^cron\((\d{1,2}) (\d{1,2}) (\d{1,2}) (\d{1,2}) \? (\d{4})\)$/
const RATE = /^rate\((\d+) (minute|hour|day)(s?)\)$/
const AT = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/
const UNIT_MS = { minute: MINUTE, hour: 60 * MINUTE, day: 1440 * MINUTE }

/**
 * A rule's schedule. Of AWS's cron only what names one minute is implemented: `cron(m h d M ? Y)` in digits, UTC.
 * @throws AwsError ValidationException for everything else, `at()` included, which AWS refuses on rules too
 */
export function ruleSchedule(expression: string): RuleSchedule {
  const cron = CRON.exec(expression)
  if (cron !== null) return { kind: 'once', at: minuteOfCron(expression, cron.slice(1).map(Number)) }
  const rate = RATE.exec(expression)
  if (rate !== null) return { kind: 'rate', periodMs: period(expression, rate) }
  throw invalid(expression, 'this stand-in knows cron(m h d M ? Y) in digits and rate(n minutes|hours|days)')
}

function minuteOfCron(expression: string, fields: readonly number[]): number | undefined {
  const [minute = -1, hour = -1, day = -1, month = -1, year = -1] = fields
  const known =
    minute <= 59 &&
    hour <= 23 &&
    day >= 1 &&
    day <= 31 &&
    month >= 1 &&
    month <= 12 &&
    year >= 1970 &&
    year <= 2199
  if (!known) throw invalid(expression, 'a field is out of range; years are 1970-2199')
  const at = Date.UTC(year, month - 1, day, hour, minute)
  return new Date(at).getUTCDate() === day ? at : undefined
}

function period(expression: string, [, value, unit, plural]: RegExpExecArray): number {
  const count = Number(value)
  if (count < 1 || (count === 1) !== (plural === ''))
    throw invalid(expression, '1 takes a singular unit, more than 1 a plural')
  return count * (unit === 'day' ? UNIT_MS.day : unit === 'hour' ? UNIT_MS.hour : UNIT_MS.minute)
}

/**
 * A schedule's `at(yyyy-mm-ddThh:mm:ss)`, read as UTC.
 * @throws AwsError ValidationException for anything else
 */
export function scheduleInstant(expression: string): number {
  const text = AT.exec(expression)?.[1]
  const at = text === undefined ? Number.NaN : Date.parse(`${text}Z`)
  const exists = !Number.isNaN(at) && new Date(at).toISOString().startsWith(text ?? '?')
  if (!exists) throw invalid(expression, 'this stand-in knows at(yyyy-mm-ddThh:mm:ss) of an existing moment')
  return at
}

const invalid = (expression: string, why: string) =>
  validationError(`Parameter ScheduleExpression is not valid: "${expression}": ${why}`)
