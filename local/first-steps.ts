import type { Clinic } from '../lib/patient/clinic.ts'
import {
  addDays,
  clockTime,
  dateOf,
  joinDateTime,
  type LocalDate,
  type LocalDateTime,
} from '../lib/time/local-date.ts'
import { isWorkingDay } from '../lib/time/opening-hours.ts'

/** A number of the range that Australia keeps for fiction. */
const MOBILE = '0491 570 006'
const DAYS_AHEAD = 8

export interface FirstSteps {
  readonly reference: string
  readonly mobile: string
  readonly givenName: string
  readonly injections: readonly LocalDateTime[]
  /** Enrols the patient above. */
  readonly enrolCurl: string
  /** Moves the second injection of that patient. */
  readonly moveCurl: string
}

/** What a newcomer may try, with visits that lie ahead of the virtual `today` on days the clinic is open. */
export function firstSteps(
  clinic: Clinic,
  today: LocalDate,
  { url, key }: { url: string; key: string },
): FirstSteps {
  const { gapDays } = clinic.protocolSettings
  const first = workingDay(clinic, addDays(today, DAYS_AHEAD))
  const days = [first, ...[1, 2].map((n) => workingDay(clinic, addDays(first, n * gapDays)))]
  const injections = days.map((day) => joinDateTime(day, clockTime('10:00')))
  const patient = { reference: 'ann-001', mobile: MOBILE, givenName: 'Ann' }
  const body = {
    ...patient,
    injections: injections.map((at) => ({ at })),
    consent: { given: today, method: 'written' },
  }
  const second = injections[1] ?? injections[0] ?? joinDateTime(today, clockTime('10:00'))
  const moved = joinDateTime(workingDay(clinic, addDays(dateOf(second), 2)), clockTime('15:00'))
  const authorization = `-H 'Authorization: Bearer ${key}'`
  const json = `${authorization} -H 'Content-Type: application/json'`
  const found = `grep -o '"id":"[^"]*","reference":"${patient.reference}"' | cut -d'"' -f4`
  const id = `$(curl -s '${url}/v1/patients' ${authorization} | ${found})`
  return {
    ...patient,
    injections,
    enrolCurl: `curl '${url}/v1/patients' ${json} \\\n  -d '${JSON.stringify(body)}'`,
    moveCurl: [
      `curl -X PUT "${url}/v1/patients/${id}/courses/1/injections/2" \\`,
      `  ${json} -d '${JSON.stringify({ at: moved })}'`,
    ].join('\n'),
  }
}

function workingDay({ opening }: Clinic, from: LocalDate): LocalDate {
  const week = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(from, days))
  return week.find((day) => isWorkingDay(opening, day)) ?? from
}
