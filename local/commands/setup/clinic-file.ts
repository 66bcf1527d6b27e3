import { z } from 'zod'
import type { Clinic } from '../../../lib/patient/clinic.ts'
import { clinicId, isClinicId, isPhoneNumber, phoneNumber } from '../../../lib/patient/identifiers.ts'
import { SIJ_PROLOTHERAPY_V1 } from '../../../lib/protocol/sij-prolotherapy-v1.ts'
import { clockTime, isLocalDate, localDate } from '../../../lib/time/local-date.ts'
import type { OpenDay } from '../../../lib/time/opening-hours.ts'
import { isZoneId, zoneId } from '../../../lib/time/zone.ts'

const HOURS = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/
const DAYS = { monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 } as const
const DEFAULTS = SIJ_PROLOTHERAPY_V1.defaults

const checked = (fits: (text: string) => boolean, expected: string) =>
  z.string(`expected ${expected}`).refine(fits, `expected ${expected}`)
const words = (most: number) =>
  checked((text) => text.trim() !== '' && text.length <= most, `text of 1 to ${most} characters`)
const spoken = words(12)
const mobile = checked(isPhoneNumber, 'a number like +61491570006')
const hours = checked(
  (text) => HOURS.test(text) && text.slice(0, 5) < text.slice(6),
  'hours like 08:30-17:00',
)
const minutes = (least: number, most: number) =>
  z.int(`expected whole minutes from ${least} to ${most}`).min(least).max(most)
const days = z.strictObject(
  Object.fromEntries(Object.keys(DAYS).map((day) => [day, hours.optional()])),
  'expected hours under the names of weekdays, such as {"monday": "08:30-17:00"}',
)

/** A clinic as a person writes it down: hours as text, and what is left out takes the default. */
const clinicFile = z.strictObject({
  id: checked(isClinicId, '1 to 40 letters, digits, "-" or "_"'),
  name: words(30),
  phone: spoken,
  afterHoursLine: spoken,
  emergencyNumber: spoken,
  crisisLine: spoken,
  poisonsLine: spoken,
  city: words(30),
  zone: checked(isZoneId, 'an IANA time zone such as Australia/Sydney'),
  country: checked((text) => /^[A-Z]{2}$/.test(text), 'two letters of ISO 3166 such as AU'),
  opening: days,
  closedDays: z.array(checked(isLocalDate, 'a date like 2026-12-25')).default([]),
  textingHours: hours.default('08:00-20:00'),
  spreadMinutes: minutes(0, 60).default(15),
  sender: mobile,
  keywordAnswers: z.enum(['twilio', 'service'], 'expected twilio or service').default('twilio'),
  onCall: z.strictObject({ A: mobile, B: mobile.optional() }),
  tier2WakesOnCall: z.boolean('expected true or false').default(true),
  ladderMinutes: z
    .tuple([minutes(0, 240), minutes(0, 240), minutes(0, 240), minutes(0, 240), minutes(0, 240)])
    .default([0, 10, 20, 40, 60]),
})

/**
 * Reads a clinic from its JSON.
 * @throws Error naming every field that is missing, unknown or wrong, its value and what is allowed
 */
export function readClinic(json: unknown): Clinic {
  const parsed = clinicFile.safeParse(json)
  if (!parsed.success)
    throw new Error(
      parsed.error.issues
        .map(({ path, message }) => `clinic: ${path.join('.')}${shown(valueAt(json, path))}: ${message}`)
        .join('\n'),
    )
  const { id, zone, sender, onCall, opening, closedDays, textingHours, ...rest } = parsed.data
  const { opens: start, closes: end } = openDay(textingHours)
  return {
    ...rest,
    id: clinicId(id),
    zone: zoneId(zone),
    sender: phoneNumber(sender),
    onCall: { A: phoneNumber(onCall.A), ...(onCall.B !== undefined && { B: phoneNumber(onCall.B) }) },
    opening: { weekly: weeklyHours(opening), closedDays: closedDays.map(localDate) },
    textingHours: { start, end },
    protocolSettings: DEFAULTS,
  }
}

const openDay = (text: string): OpenDay => ({
  opens: clockTime(text.slice(0, 5)),
  closes: clockTime(text.slice(6)),
})

const weeklyHours = (opening: Readonly<Record<string, string | undefined>>): Clinic['opening']['weekly'] =>
  Object.fromEntries(
    Object.entries(DAYS).flatMap(([day, number]) => {
      const text = opening[day]
      return text === undefined ? [] : [[number, openDay(text)]]
    }),
  )

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    json,
  )

const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? ` "${value}"` : ''
