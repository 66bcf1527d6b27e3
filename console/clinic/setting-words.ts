import type { DayName, Settings } from '../api/shapes.ts'
import { timeText, yearDayText } from '../controls/days.ts'
import { mobileText } from '../controls/phone-number.ts'

export const HOLIDAYS: Readonly<Record<NonNullable<Settings['holidays']>, string>> = {
  'AU-ACT': 'Australian Capital Territory',
  'AU-NSW': 'New South Wales',
  'AU-NT': 'Northern Territory',
  'AU-QLD': 'Queensland',
  'AU-SA': 'South Australia',
  'AU-TAS': 'Tasmania',
  'AU-VIC': 'Victoria',
  'AU-WA': 'Western Australia',
}

export const DAYS = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
} as const satisfies Readonly<Record<DayName, string>>

/** When the ladder climbs, in its order. */
export const RUNGS = ['A', 'A again', 'B', 'A and B', 'The operators; the patient is told to call'] as const

export const SECOND_REMINDER: Readonly<Record<Settings['protocolSettings']['secondReminder'], string>> = {
  'two-working-days': 'two working days before',
  'two-days': 'two days before',
}

/** Every setting by its path, as the page calls it. */
const NAMES: Readonly<Record<string, string>> = {
  name: 'Name in texts',
  city: 'City',
  phone: 'Phone',
  afterHoursLine: 'After-hours line',
  emergencyNumber: 'Emergency number',
  crisisLine: 'Crisis line',
  poisonsLine: 'Poisons line',
  ...Object.fromEntries(Object.entries(DAYS).map(([day, name]) => [`opening.${day}`, name])),
  opening: 'Opening hours',
  holidays: 'Public holidays',
  closedDays: 'Own closed days',
  textingHours: 'Texting hours',
  spreadMinutes: 'Spread over',
  'onCall.A': 'First on call (A)',
  'onCall.B': 'Second on call (B)',
  tier2WakesOnCall: 'Red flags wake the one on call',
  ladderMinutes: 'Minutes of the ladder',
  'protocolSettings.gapDays': 'Days between injections',
  'protocolSettings.injections': 'Injections in a course',
  'protocolSettings.nsaidAfter': 'Avoid anti-inflammatories after an injection',
  'protocolSettings.nsaidBefore': 'Avoid anti-inflammatories before a visit',
  'protocolSettings.topicalCounts': 'Gels and patches count',
  'protocolSettings.belt': 'Patients wear a belt',
  'protocolSettings.physioRestartDay': 'Exercises start again on day',
  'protocolSettings.baselinePain': 'Ask for pain the day before a visit',
  'protocolSettings.secondReminder': 'Second reminder',
  'protocolSettings.workingDaysOnly': 'Pain checks only on open days',
  'hold.all': 'Hold every text',
  'hold.protocols': 'Hold the texts of a protocol',
}

/** The name of a setting, or of what a part of it belongs to: `ladderMinutes[2]`. */
export const nameOfSetting = (path: string): string => NAMES[path] ?? NAMES[path.replace(/\[.*/, '')] ?? path

const HOURS = /^(\d\d:\d\d)-(\d\d:\d\d)$/
const clock = (time: string): string => timeText(`2000-01-01T${time}`)

/** A value of a setting as the page says it. */
export function settingText(path: string, value: unknown): string {
  if (path === 'protocolSettings.workingDaysOnly')
    return Array.isArray(value) && value.length > 0 ? 'yes' : 'no'
  if (Array.isArray(value)) return value.join(', ') || 'none'
  if (value === null) return path.startsWith('opening.') ? 'closed' : 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = String(value)
  const hours = HOURS.exec(text)
  if (hours !== null) return `${clock(hours[1] ?? '')} to ${clock(hours[2] ?? '')}`
  if (path.startsWith('onCall.')) return mobileText(text)
  return WORDS[text] ?? text
}

const WORDS: Readonly<Record<string, string>> = {
  ...HOLIDAYS,
  ...SECOND_REMINDER,
  'until-cleared': 'until the doctor clears it',
}

/** Of two lists of dates: what came and what went. */
export function closedDaysText(from: unknown, to: unknown): string {
  const [before, after] = [from, to].map((days) => (Array.isArray(days) ? days.map(String) : []))
  const list = (words: string, days: readonly string[] = []) =>
    days.length === 0 ? [] : [`${words} ${days.map(yearDayText).join(', ')}`]
  return [
    ...list(
      'closed',
      after?.filter((day) => !before?.includes(day)),
    ),
    ...list(
      'open again',
      before?.filter((day) => !after?.includes(day)),
    ),
  ].join('; ')
}
