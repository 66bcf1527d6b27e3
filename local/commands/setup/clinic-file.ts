import * as z from 'zod/mini'
import { checked, expected, guarded, only } from '../../../functions/http/expected.ts'
import { weeklyHours } from '../../../functions/http/read-settings.ts'
import { matching, oneOf } from '../../../functions/http/schemas.ts'
import { SETTINGS_BODY } from '../../../functions/http/settings-schema.ts'
import { problemsWithSettings } from '../../../lib/care/settings/change-settings.ts'
import type { Clinic } from '../../../lib/patient/clinic.ts'
import { isClinicId, isPhoneNumber } from '../../../lib/patient/identifiers.ts'
import { SIJ_PROLOTHERAPY_V1 } from '../../../lib/protocol/sij-prolotherapy-v1.ts'
import type { Instant } from '../../../lib/time/instant.ts'
import { clockTime } from '../../../lib/time/local-date.ts'
import { isZoneId } from '../../../lib/time/zone.ts'

const settings = SETTINGS_BODY.shape
const mobile = guarded(isPhoneNumber, 'a number like +61491570006')

/** A clinic as a person writes it down, by the rules of PUT /v1/clinic; what is left out takes the default. */
const CLINIC_FILE = only({
  id: guarded(isClinicId, '1 to 40 letters, digits, "-" or "_"'),
  name: settings.name,
  phone: settings.phone,
  afterHoursLine: settings.afterHoursLine,
  emergencyNumber: settings.emergencyNumber,
  crisisLine: settings.crisisLine,
  poisonsLine: settings.poisonsLine,
  city: settings.city,
  zone: guarded(isZoneId, 'an IANA time zone such as Australia/Sydney'),
  country: matching(/^[A-Z]{2}$/, expected('two letters of ISO 3166 such as AU')),
  opening: settings.opening,
  holidays: z._default(settings.holidays, null),
  closedDays: z._default(settings.closedDays, []),
  textingHours: z._default(settings.textingHours, { start: clockTime('08:00'), end: clockTime('20:00') }),
  spreadMinutes: z._default(settings.spreadMinutes, 15),
  sender: mobile,
  keywordAnswers: z._default(oneOf(['twilio', 'service']), 'twilio'),
  onCall: only({ A: mobile, B: z.exactOptional(mobile) }),
  tier2WakesOnCall: z._default(settings.tier2WakesOnCall, true),
  ladderMinutes: z._default(settings.ladderMinutes, [0, 10, 20, 40, 60]),
})

/**
 * Reads a clinic from its JSON.
 * @throws Error naming every field that is missing, unknown or wrong, its value and what is allowed
 */
export function readClinic(json: unknown, now: Instant): Clinic {
  const file = checked(CLINIC_FILE, json)
  if (file.kind === 'wrong') throw refusal(file.problems)
  const { opening, holidays, closedDays, ...rest } = file.value
  const clinic: Clinic = {
    ...rest,
    opening: { weekly: weeklyHours(opening), closedDays, ...(holidays !== null && { holidays }) },
    protocolSettings: SIJ_PROLOTHERAPY_V1.defaults,
  }
  const problems = problemsWithSettings(clinic, now)
  if (problems.length > 0) throw refusal(problems)
  return clinic
}

const refusal = (problems: readonly { readonly path: string; readonly message: string }[]): Error =>
  new Error(
    problems
      .map(({ path, message }) => ['clinic', path, message].filter((part) => part !== '').join(': '))
      .join('\n'),
  )
