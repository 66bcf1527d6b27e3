import type { Clinic } from '../../lib/patient/clinic.ts'
import { DAY, HOUR, type Instant, instant, MINUTE } from '../../lib/time/instant.ts'
import {
  addDays,
  clockTime,
  joinDateTime,
  type LocalDate,
  type LocalDateTime,
  minuteOfDay,
} from '../../lib/time/local-date.ts'
import { localAt, type ZoneId, zoneId } from '../../lib/time/zone.ts'
import type { Fault } from './faults.ts'
import type { Chance } from './random.ts'

/** Somebody who is to be enrolled: what the clinic knows of her before, drawn by lot. */
export interface Person {
  readonly reference: string
  readonly mobile: string
  readonly label?: string
  readonly timeZone: ZoneId
  readonly belt: boolean
  readonly enrolsAt: Instant
  /** All her visits; the first `booked` of them when she is enrolled, the others as she goes. */
  readonly visits: readonly LocalDateTime[]
  readonly booked: number
}

const ELSEWHERE = [
  'Australia/Perth',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Europe/London',
  'America/St_Johns',
] as const

export const zoneElsewhere = (chance: Chance): ZoneId => zoneId(chance.pick(ELSEWHERE))

/** Numbers that belong to nobody but these people: this world knows no others. */
export const mobileOf = (number: number): string => `+6149157${String(number).padStart(4, '0')}`

export function drawPerson(
  number: number,
  clinic: Clinic,
  start: Instant,
  has: (fault: Fault) => boolean,
  chance: Chance,
): Person {
  const enrolsAt = instant(start + chance.between(0, 14 * DAY))
  const first = addDays(localAt(clinic.zone, enrolsAt).date, chance.between(2, 20))
  const gaps = [0, 42 + chance.between(-3, 4), 84 + chance.between(-3, 6)].slice(
    0,
    chance.pick([3, 3, 3, 2, 1]),
  )
  const visits = gaps.map((gap) => visitTime(addDays(first, gap), chance))
  const isSecondOnPhone = has('phones') && number % 10 === 9
  const isFirstOnPhone = has('phones') && number % 10 === 8
  return {
    reference: `patient ${number}`,
    mobile: mobileOf(isSecondOnPhone ? number - 1 : number),
    ...((isFirstOnPhone || isSecondOnPhone) && { label: isSecondOnPhone ? 'Mia' : 'Jo' }),
    timeZone: has('zones') && chance.often(0.25) ? zoneElsewhere(chance) : clinic.zone,
    belt: chance.often(0.8),
    enrolsAt,
    visits,
    booked: chance.between(1, visits.length),
  }
}

export const visitTime = (date: LocalDate, chance: Chance): LocalDateTime =>
  joinDateTime(date, minuteOfDay(clockTime('08:30') + 15 * chance.between(0, 32)))

/** What she answers to a question, and how long she takes; nothing to most of what asks nothing. */
export function replyTo(
  step: string,
  chance: Chance,
): { readonly body: string; readonly after: number } | undefined {
  const after = chance.often(0.5) ? chance.between(5_000, 5 * MINUTE) : chance.between(5 * MINUTE, 5 * HOUR)
  if (chance.often(0.004)) return { body: 'I have a fever and the skin is hot and red', after }
  if (chance.often(0.01)) return { body: 'thanks', after }
  if (!chance.often(0.65)) return undefined
  switch (step[0]) {
    case 'R':
    case 'V':
      return { body: chance.often(0.9) ? 'C' : 'R', after }
    case 'P':
      return { body: String(chance.between(0, 9)), after }
    case 'B':
    case 'X':
      return {
        body:
          chance.pick(['Y', 'Y', 'Y', 'N', 'LESS']).slice(0, chance.often(0.02) ? 4 : 1) === 'LESS'
            ? 'LESS'
            : chance.pick(['Y', 'N']),
        after,
      }
    case 'N':
      return chance.often(0.2)
        ? { body: chance.pick(['can I take Nurofen?', 'panadol', 'voltaren gel']), after }
        : undefined
    default:
      return undefined
  }
}
