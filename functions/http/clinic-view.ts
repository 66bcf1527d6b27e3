import type { SettingsChange } from '../../lib/care/settings/change-settings.ts'
import type { Clinic, ProtocolSettings } from '../../lib/patient/clinic.ts'
import { clockTimeText, type MinuteOfDay } from '../../lib/time/local-date.ts'
import type { WeeklyHours } from '../../lib/time/opening-hours.ts'
import { HOLIDAYS_UNTIL, type HolidayCalendar } from '../../lib/time/public-holidays.ts'
import { isoOf } from '../../lib/time/zone.ts'

export const WEEKDAY_OF = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
} as const satisfies Readonly<Record<string, keyof WeeklyHours>>
export type DayName = keyof typeof WEEKDAY_OF

/** A weekday's opening hours, `08:30-17:00`; a weekday left out is one the clinic is closed. */
export type WeekView = Readonly<Partial<Record<DayName, string>>>

/** What a clinic may change of itself: GET shows it, PUT takes all of it back. */
export interface SettingsView {
  readonly name: string
  readonly phone: string
  readonly afterHoursLine: string
  readonly emergencyNumber: string
  readonly crisisLine: string
  readonly poisonsLine: string
  readonly city: string
  readonly opening: WeekView
  /** Public holidays of a state, on which the clinic is closed; `null` for none. */
  readonly holidays: HolidayCalendar | null
  /** The clinic's own closed days. */
  readonly closedDays: readonly string[]
  /** `08:00-20:00`, the patient's clock. */
  readonly textingHours: string
  readonly spreadMinutes: number
  /** Mobile numbers in E.164. */
  readonly onCall: { readonly A: string; readonly B?: string }
  readonly tier2WakesOnCall: boolean
  /** Minutes at which the ladder climbs: A, A again, B, both, its end. */
  readonly ladderMinutes: Clinic['ladderMinutes']
  readonly protocolSettings: ProtocolSettings
  /** Texts the clinic holds back: all of them, or those of some protocol versions. */
  readonly hold: { readonly all: boolean; readonly protocols: readonly string[] }
}

/** GET /v1/clinic. What is beyond the settings is changed by an operator; PUT takes it unchanged, or not at all. */
export interface ClinicView extends SettingsView {
  readonly id: string
  readonly timeZone: string
  readonly country: string
  readonly sender: string
  readonly keywordAnswers: 'twilio' | 'service'
  /** Who changed the settings last, UTC; `null` while nobody has. */
  readonly changed: { readonly at: string; readonly by: string } | null
  /** The last day for which holidays are known; `null` without a calendar. */
  readonly holidaysUntil: string | null
}

/** PUT /v1/clinic, and the same with ?dryRun=true, which changes nothing. */
export interface SettingsChangeView {
  /** As they are now, or would be. */
  readonly clinic: ClinicView
  /** Settings that differ, as `textingHours` or `protocolSettings.gapDays`. */
  readonly changes: readonly { readonly path: string; readonly from: unknown; readonly to: unknown }[]
  readonly patients: {
    /** Active and paused patients of the clinic. */
    readonly total: number
    /** How many of them were compared: at most 500. */
    readonly examined: number
    /** Of those, patients for whom a text to come changes. */
    readonly affected: number
    /** Their texts to come. `moved`: at another time. `reworded`: with other words. */
    readonly texts: {
      readonly added: number
      readonly removed: number
      readonly moved: number
      readonly reworded: number
    }
  }
}

export function clinicView(clinic: Clinic): ClinicView {
  const { id, zone, country, sender, keywordAnswers, changed, opening } = clinic
  return {
    ...settingsView(clinic),
    ...{ id, timeZone: zone, country, sender, keywordAnswers },
    changed: changed === undefined ? null : { at: isoOf(changed.at), by: changed.by },
    holidaysUntil: opening.holidays === undefined ? null : HOLIDAYS_UNTIL,
  }
}

function settingsView(clinic: Clinic): SettingsView {
  const { opening, textingHours, hold = { all: false, protocols: [] } } = clinic
  return {
    name: clinic.name,
    phone: clinic.phone,
    afterHoursLine: clinic.afterHoursLine,
    emergencyNumber: clinic.emergencyNumber,
    crisisLine: clinic.crisisLine,
    poisonsLine: clinic.poisonsLine,
    city: clinic.city,
    opening: weekView(opening.weekly),
    holidays: opening.holidays ?? null,
    closedDays: opening.closedDays,
    textingHours: hoursText(textingHours.start, textingHours.end),
    spreadMinutes: clinic.spreadMinutes,
    onCall: clinic.onCall,
    tier2WakesOnCall: clinic.tier2WakesOnCall,
    ladderMinutes: clinic.ladderMinutes,
    protocolSettings: clinic.protocolSettings,
    hold,
  }
}

const weekView = (weekly: WeeklyHours): WeekView =>
  Object.fromEntries(
    Object.entries(WEEKDAY_OF).flatMap(([name, weekday]) => {
      const day = weekly[weekday]
      return day === undefined ? [] : [[name, hoursText(day.opens, day.closes)]]
    }),
  )

const hoursText = (from: MinuteOfDay, to: MinuteOfDay): string =>
  `${clockTimeText(from)}-${clockTimeText(to)}`

export function settingsChangeView(before: Clinic, { clinic, effect }: SettingsChange): SettingsChangeView {
  const [old, fresh] = [leaves(settingsView(before)), leaves(settingsView(clinic))]
  const paths = [...new Set([...old.keys(), ...fresh.keys()])]
  return {
    clinic: clinicView(clinic),
    changes: paths
      .map((path) => ({ path, from: old.get(path) ?? null, to: fresh.get(path) ?? null }))
      .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to)),
    patients: effect,
  }
}

/** Every value under its path, `protocolSettings.gapDays`; a list counts as one value. */
const leaves = (value: object, path = ''): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(value).flatMap(([key, inner]): readonly (readonly [string, unknown])[] => {
      const place = path === '' ? key : `${path}.${key}`
      const isBranch = typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      return isBranch ? [...leaves(inner, place)] : [[place, inner]]
    }),
  )
