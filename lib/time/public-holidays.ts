import type { LocalDate } from './local-date.ts'

/** A state or territory whose public holidays a clinic keeps: ISO 3166-2. */
export const HOLIDAY_CALENDARS = [
  'AU-ACT',
  'AU-NSW',
  'AU-NT',
  'AU-QLD',
  'AU-SA',
  'AU-TAS',
  'AU-VIC',
  'AU-WA',
] as const
export type HolidayCalendar = (typeof HOLIDAY_CALENDARS)[number]

/** The last day the table knows. Later holidays are a clinic's own closed days until it is carried on. */
export const HOLIDAYS_UNTIL = '2028-12-31'

/*
 * Whole days only: part-day holidays from an evening on, of one town or of the public service alone are a clinic's own
 * closed days, as is Victoria's Friday before the football final, whose date is set anew each year.
 *
 * Sources, by state: ACT Holidays Act 1958; NSW Public Holidays Act 2010 and the order for Anzac Day 2026 and 2027;
 * NT Public Holidays Act 1981; Queensland Holidays Act 1983; SA Public Holidays Act 2023; Tasmania Statutory Holidays
 * Act 2000; Victoria Public Holidays Act 1993; WA Public and Bank Holidays Act 1972 and its proclamations. Dates agree
 * with the npm package date-holidays 3.
 */

/** In every state: New Year, Australia Day, Good Friday, Easter Monday, Anzac Day, Christmas, Boxing Day and the days off instead. */
const EVERYWHERE = [
  ...['2026-01-01', '2026-01-26', '2026-04-03', '2026-04-06', '2026-04-25', '2026-12-25', '2026-12-28'],
  ...['2027-01-01', '2027-01-26', '2027-03-26', '2027-03-29', '2027-12-25', '2027-12-27', '2027-12-28'],
  ...['2028-01-03', '2028-01-26', '2028-04-14', '2028-04-17', '2028-04-25', '2028-12-25', '2028-12-26'],
]

/** Saturday and Sunday of Easter, and the days that fall on a weekend and have another day off instead. */
const EASTER_SATURDAY = ['2026-04-04', '2027-03-27', '2028-04-15']
const EASTER_SUNDAY = ['2026-04-05', '2027-03-28', '2028-04-16']
const WEEKENDS = ['2026-12-26', '2027-12-26', '2028-01-01']
const ANZAC_SUNDAY = ['2027-04-25']
const ANZAC_MONDAY = ['2026-04-27', '2027-04-26']
const KINGS_BIRTHDAY_IN_JUNE = ['2026-06-08', '2027-06-14', '2028-06-12']
const SECOND_MONDAY_OF_MARCH = ['2026-03-09', '2027-03-08', '2028-03-13']
const FIRST_MONDAY_OF_MAY = ['2026-05-04', '2027-05-03', '2028-05-01']
const FIRST_MONDAY_OF_OCTOBER = ['2026-10-05', '2027-10-04', '2028-10-02']

const OF_STATE: Readonly<Record<HolidayCalendar, readonly string[]>> = {
  'AU-ACT': [
    ...[...EASTER_SATURDAY, ...EASTER_SUNDAY, ...WEEKENDS, ...ANZAC_SUNDAY, ...ANZAC_MONDAY],
    // Canberra Day, Reconciliation Day, King's Birthday, Labour Day
    ...[...SECOND_MONDAY_OF_MARCH, '2026-06-01', '2027-05-31', '2028-05-29'],
    ...[...KINGS_BIRTHDAY_IN_JUNE, ...FIRST_MONDAY_OF_OCTOBER],
  ],
  'AU-NSW': [
    ...[...EASTER_SATURDAY, ...EASTER_SUNDAY, ...WEEKENDS, ...ANZAC_SUNDAY, ...ANZAC_MONDAY],
    // King's Birthday, Labour Day
    ...[...KINGS_BIRTHDAY_IN_JUNE, ...FIRST_MONDAY_OF_OCTOBER],
  ],
  'AU-NT': [
    ...[...EASTER_SATURDAY, ...EASTER_SUNDAY, ...WEEKENDS, '2027-04-26'],
    // May Day, King's Birthday, Picnic Day
    ...[...FIRST_MONDAY_OF_MAY, ...KINGS_BIRTHDAY_IN_JUNE, '2026-08-03', '2027-08-02', '2028-08-07'],
  ],
  'AU-QLD': [
    ...[...EASTER_SATURDAY, ...EASTER_SUNDAY, ...WEEKENDS, '2027-04-26'],
    // Labour Day, King's Birthday
    ...[...FIRST_MONDAY_OF_MAY, ...FIRST_MONDAY_OF_OCTOBER],
  ],
  'AU-SA': [
    ...[...EASTER_SATURDAY, ...EASTER_SUNDAY, ...WEEKENDS, ...ANZAC_SUNDAY],
    // Adelaide Cup Day, King's Birthday, Labour Day
    ...[...SECOND_MONDAY_OF_MARCH, ...KINGS_BIRTHDAY_IN_JUNE, ...FIRST_MONDAY_OF_OCTOBER],
  ],
  // Eight Hours Day, King's Birthday
  'AU-TAS': [...ANZAC_SUNDAY, ...SECOND_MONDAY_OF_MARCH, ...KINGS_BIRTHDAY_IN_JUNE],
  'AU-VIC': [
    ...[...EASTER_SATURDAY, ...EASTER_SUNDAY, ...WEEKENDS, ...ANZAC_SUNDAY],
    // Labour Day, King's Birthday, Melbourne Cup
    ...[...SECOND_MONDAY_OF_MARCH, ...KINGS_BIRTHDAY_IN_JUNE, '2026-11-03', '2027-11-02', '2028-11-07'],
  ],
  'AU-WA': [
    ...[...EASTER_SUNDAY, ...WEEKENDS, ...ANZAC_SUNDAY, ...ANZAC_MONDAY],
    // Labour Day, Western Australia Day, King's Birthday
    ...['2026-03-02', '2027-03-01', '2028-03-06', '2026-06-01', '2027-06-07', '2028-06-05'],
    ...['2026-09-28', '2027-09-27', '2028-09-25'],
  ],
}

const DAYS = new Map(
  HOLIDAY_CALENDARS.map((calendar) => [calendar, new Set([...EVERYWHERE, ...OF_STATE[calendar]])]),
)

export const isHoliday = (calendar: HolidayCalendar, date: LocalDate): boolean =>
  DAYS.get(calendar)?.has(date) === true
