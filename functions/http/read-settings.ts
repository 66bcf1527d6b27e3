import type { Problem } from '../../lib/care/outcome.ts'
import type { Asked } from '../../lib/care/requests.ts'
import type { Settings } from '../../lib/care/settings/change-settings.ts'
import type { Clinic } from '../../lib/patient/clinic.ts'
import type { WeeklyHours } from '../../lib/time/opening-hours.ts'
import { isoOf } from '../../lib/time/zone.ts'
import { WEEKDAY_OF } from './clinic-view.ts'
import { RequestProblem } from './problem.ts'
import type { SettingsBody } from './settings-schema.ts'

/**
 * The settings a body asks for.
 * @throws RequestProblem 422 naming what only an operator may change
 */
export function settingsIn(body: SettingsBody, clinic: Clinic): Settings & Asked {
  const errors = changedByOperatorsOnly(body, clinic)
  if (errors.length > 0) throw new RequestProblem(422, { errors })
  const { opening, holidays, closedDays, hold } = body
  const isHeld = hold.all || hold.protocols.length > 0
  return {
    name: body.name,
    phone: body.phone,
    afterHoursLine: body.afterHoursLine,
    emergencyNumber: body.emergencyNumber,
    crisisLine: body.crisisLine,
    poisonsLine: body.poisonsLine,
    city: body.city,
    textingHours: body.textingHours,
    spreadMinutes: body.spreadMinutes,
    onCall: body.onCall,
    tier2WakesOnCall: body.tier2WakesOnCall,
    ladderMinutes: body.ladderMinutes,
    protocolSettings: body.protocolSettings,
    actor: body.actor,
    opening: {
      weekly: weeklyHours(opening),
      closedDays: [...new Set(closedDays)].sort(),
      ...(holidays !== null && { holidays }),
    },
    ...(isHeld && { hold }),
  }
}

/** Who has changed the settings after the reading a body was made from. A body that does not say is not held to it. */
export function changedSince({ changed: read }: SettingsBody, { changed }: Clinic): Problem | undefined {
  if (read === undefined || changed === undefined) return undefined
  const at = isoOf(changed.at)
  if (read?.at === at && read.by === changed.by) return undefined
  const message = `${changed.by} has changed the settings at ${at}: read them again, then change yours`
  return { path: 'changed', message }
}

function changedByOperatorsOnly(body: SettingsBody, clinic: Clinic): readonly Problem[] {
  const fixed = {
    id: clinic.id,
    timeZone: clinic.zone,
    country: clinic.country,
    sender: clinic.sender,
    keywordAnswers: clinic.keywordAnswers,
  }
  const asked = new Map<string, unknown>(Object.entries(body))
  return Object.entries(fixed).flatMap(([path, value]) =>
    asked.has(path) && asked.get(path) !== value
      ? [{ path, message: 'is changed by an operator, not here: send it as it is, or leave it out' }]
      : [],
  )
}

export const weeklyHours = (opening: SettingsBody['opening']): WeeklyHours =>
  Object.fromEntries(
    Object.entries(WEEKDAY_OF).flatMap(([name, weekday]) => {
      const hours = Object.entries(opening).find(([day]) => day === name)?.[1]
      return hours === undefined ? [] : [[weekday, { opens: hours.start, closes: hours.end }]]
    }),
  )
