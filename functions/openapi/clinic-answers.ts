import * as z from 'zod/mini'
import type { ClinicView, SettingsChangeView } from '../http/clinic-view.ts'
import { DIFFERENCE, TEXT } from './patient-answers.ts'
import * as s from './shapes.ts'

const { list, maybe, shape, text, whole, flag, oneOf } = s

const hours = text.check(z.describe('like 08:30-17:00'))
const daysOr = <const T extends string>(word: T) => z.union([z.literal(word), whole])

const protocolSettings = shape({
  gapDays: whole,
  injections: whole,
  nsaidAfter: daysOr('until-cleared'),
  nsaidBefore: daysOr('none'),
  topicalCounts: flag,
  belt: flag,
  physioRestartDay: whole,
  baselinePain: flag,
  secondReminder: oneOf(['two-working-days', 'two-days']),
  workingDaysOnly: list(z.literal('pain check')),
})

export const CLINIC: z.ZodMiniType<ClinicView> = shape({
  id: text,
  name: text,
  phone: text,
  afterHoursLine: text,
  emergencyNumber: text,
  crisisLine: text,
  poisonsLine: text,
  city: text,
  timeZone: s.zone,
  country: text,
  sender: s.mobile,
  keywordAnswers: oneOf(['twilio', 'service']),
  opening: shape({
    monday: maybe(hours),
    tuesday: maybe(hours),
    wednesday: maybe(hours),
    thursday: maybe(hours),
    friday: maybe(hours),
    saturday: maybe(hours),
    sunday: maybe(hours),
  }),
  holidays: z.nullable(oneOf(['AU-ACT', 'AU-NSW', 'AU-NT', 'AU-QLD', 'AU-SA', 'AU-TAS', 'AU-VIC', 'AU-WA'])),
  holidaysUntil: z.nullable(s.day),
  closedDays: list(s.day),
  textingHours: hours,
  spreadMinutes: whole,
  onCall: shape({ A: s.mobile, B: maybe(s.mobile) }),
  tier2WakesOnCall: flag,
  ladderMinutes: z.tuple([whole, whole, whole, whole, whole]),
  protocolSettings,
  hold: shape({ all: flag, protocols: list(text) }),
  changed: z.nullable(shape({ at: s.utc, by: text })),
})

export const SETTINGS_CHANGE: z.ZodMiniType<SettingsChangeView> = shape({
  clinic: CLINIC,
  changes: list(shape({ path: text, from: z.unknown(), to: z.unknown() })),
  patients: shape({
    total: whole,
    examined: whole,
    affected: whole,
    texts: shape({ added: whole, removed: whole, moved: whole, reworded: whole }),
  }),
})

const protocolHead = { id: text, title: text, signedBy: text, newest: flag }
export const PROTOCOL_SUMMARY = shape(protocolHead)

const stepTime = z.record(text, z.unknown()).check(z.describe('a row of the protocol’s table'))

export const PROTOCOL = shape({
  ...protocolHead,
  defaults: protocolSettings,
  steps: list(
    shape({
      step: s.stepKey,
      kind: text,
      on: text,
      which: maybe(list(z.union([whole, text]))),
      when: stepTime,
      until: z.union([text, stepTime]),
      asks: maybe(text),
      setting: maybe(text),
      text: text.check(z.describe('the wording, with its slots in braces')),
    }),
  ),
})

export const PREVIEW = shape({ items: list(TEXT), warnings: s.warnings })

export const person = shape({
  id: s.patientId,
  reference: text,
  mobile: s.mobile,
  givenName: maybe(text),
  label: maybe(text),
  stranger: maybe(z.literal(true)),
})

export const VISITS_MOVED = shape({
  items: list(
    shape({
      patient: person,
      visits: list(shape({ course: whole, injection: whole, from: s.visitTime, to: s.visitTime })),
      state: oneOf(['moved', 'refused', 'left']),
      texts: maybe(DIFFERENCE),
      errors: maybe(list(shape({ path: text, message: text }))),
    }),
  ),
  moved: whole,
  refused: whole,
  left: whole,
})

export const HEALTH = shape({
  status: oneOf(['ok', 'not configured']),
  now: s.utc,
  alarms: oneOf(['rules', 'scheduler']),
  missing: list(text),
})
