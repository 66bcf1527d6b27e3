import * as z from 'zod/mini'
import type { TodayView } from '../http/today-view.ts'
import { person } from './clinic-answers.ts'
import * as s from './shapes.ts'
import { alerted, settled, taskKind, untold } from './worklist-answers.ts'

const { list, maybe, shape, text, whole, flag, oneOf } = s

const section = <T extends z.core.SomeType>(row: T) => shape({ items: list(row), total: whole })
const ofVisit = { patient: person, course: whole, injection: whole, at: s.visitTime }

const strip = shape({
  sending: oneOf(['normal', 'held', 'refused', 'late', 'stuck']),
  since: maybe(s.utc),
  lastSentAt: maybe(s.utc),
  dueToday: whole,
  sentToday: whole,
  stuck: whole,
  unanswered: whole,
  late: whole,
  open: flag,
  opens: maybe(s.visitTime),
  closes: maybe(s.visitTime),
  onCall: shape({ A: s.mobile, B: maybe(s.mobile), tier2AlertsNow: flag }),
})

const escalation = shape({
  id: s.itemId,
  patient: person,
  tier: maybe(z.union([z.literal(1), z.literal(2)])),
  at: s.utc,
  words: text,
  minutesWaiting: whole,
  alert: maybe(whole),
  alerted,
  untold,
  acknowledged: maybe(settled),
})

const question = shape({
  id: s.itemId,
  patient: person,
  kind: taskKind,
  at: s.utc,
  dueBy: maybe(s.utc),
  overdue: flag,
  urgent: maybe(z.literal(true)),
  about: maybe(s.textId),
  arrivedAt: maybe(s.utc),
  textsAgainAt: maybe(s.utc),
  words: maybe(text),
  acknowledged: maybe(settled),
})

export const TODAY: z.ZodMiniType<TodayView> = shape({
  now: shape({ utc: s.utc, local: s.visitTime, zone: s.zone }),
  strip,
  needsPerson: section(escalation),
  visits: section(
    shape({
      ...ofVisit,
      state: oneOf([
        ...(['wants-change', 'opted-out', 'unreachable', 'reminder-undelivered'] as const),
        ...(['no-answer', 'not-asked', 'paused', 'confirmed'] as const),
      ]),
      confirmed: maybe(z.literal(true)),
      task: maybe(s.itemId),
    }),
  ),
  closeVisits: section(shape({ ...ofVisit, confirmed: flag })),
  questions: section(question),
  numbersAndConsent: section(
    shape({
      patient: person,
      reason: oneOf(['stopped', 'carrier', 'wrong', 'number-bad']),
      at: s.utc,
      textsAgainAt: maybe(s.utc),
      nextVisit: maybe(s.visitTime),
      task: maybe(s.itemId),
    }),
  ),
  scoresBeforeVisit: section(
    shape({
      ...ofVisit,
      baseline: maybe(whole),
      latest: maybe(shape({ step: s.stepKey, value: whole, at: s.utc })),
      first: maybe(whole),
    }),
  ),
  stuck: section(
    shape({
      patient: person,
      text: s.textId,
      step: s.stepKey,
      kind: text,
      state: oneOf(['retry', 'held', 'unknown']),
      due: s.utc,
      attempts: whole,
      code: maybe(whole),
    }),
  ),
  incomplete: maybe(z.literal(true)),
})
