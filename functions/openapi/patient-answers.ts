import * as z from 'zod/mini'
import * as s from './shapes.ts'
import { ESCALATION, TASK } from './worklist-answers.ts'

const { list, maybe, shape, text, whole, flag, oneOf } = s

const injection = shape({
  injection: whole,
  state: oneOf(['proposed', 'booked', 'confirmed', 'given', 'missed', 'cancelled']),
  at: maybe(s.visitTime),
  date: maybe(s.day.check(z.describe('of a proposed injection, which has no time yet'))),
  visit: maybe(whole),
})

const course = shape({
  course: whole,
  protocol: text,
  belt: flag,
  endedAt: maybe(s.utc),
  injections: list(injection),
})

const counted = shape({ asked: whole, answered: whole, yes: whole })

const sheet = shape({
  course: whole,
  injection: whole,
  belt: counted,
  physio: counted,
  baseline: maybe(whole),
  scores: list(shape({ step: s.stepKey, value: whole, at: s.utc })),
})

const recentReply = shape({
  at: s.utc,
  text,
  intent: text,
  value: maybe(whole),
  asked: maybe(s.textId),
  answer: maybe(text),
})

export const PATIENT = shape({
  id: s.patientId,
  reference: text,
  state: s.patientState,
  mobile: s.mobile,
  numberBad: maybe(
    shape({ at: s.utc, code: maybe(whole.check(z.describe('Twilio’s error code'))) }).check(
      z.describe('this mobile takes no texts: none goes until it is another'),
    ),
  ),
  timeZone: s.zone,
  givenName: maybe(text),
  label: maybe(text),
  belt: flag,
  fewerTexts: flag,
  consent: maybe(s.consent),
  courses: list(course),
  pain: list(shape({ at: s.utc, value: whole, asked: maybe(s.textId) })),
  sheet: list(sheet).check(z.describe('what a doctor reads before the next visit')),
  slips: list(shape({ at: s.utc, ingredient: text })),
  escalations: list(ESCALATION),
  tasks: list(TASK),
  replies: maybe(
    list(recentReply).check(
      z.describe('the last 20; GET .../replies has all, and whether our answers arrived'),
    ),
  ),
})

export const SUMMARY = shape({
  id: s.patientId,
  reference: text,
  state: s.patientState,
  nextVisit: maybe(s.visitTime),
  openEscalations: whole,
  openTasks: whole,
})

export const TEXT = shape({
  id: s.textId,
  step: s.stepKey,
  kind: text,
  injection: whole,
  local: s.localTime,
  zone: s.zone,
  utc: s.utc,
  state: oneOf([
    ...(['planned', 'sending', 'sent', 'delivered', 'undelivered'] as const),
    ...(['retry', 'held', 'unknown', 'failed', 'skipped'] as const),
  ]),
  reason: maybe(text.check(z.describe('why it was, or will be, skipped'))),
  body: text.check(z.describe('byte for byte what is sent')),
  sentAt: maybe(s.utc),
  deliveredAt: maybe(s.utc),
  undeliveredAt: maybe(s.utc.check(z.describe('when Twilio reported that it did not arrive'))),
  code: maybe(whole.check(z.describe('Twilio’s error code of the last attempt, where that failed'))),
})

/** What enrolling and every change of a patient answers. */
export const CHANGED = shape({ patient: PATIENT, plan: list(TEXT), warnings: s.warnings })

const step = { step: s.stepKey, kind: text, course: whole, injection: whole }
const plannedText = shape({ id: s.textId, ...step, at: s.utc })

/** What a dry run answers: the texts to come that would be added, removed, or go at another time. */
export const DIFFERENCE = shape({
  added: list(plannedText),
  removed: list(plannedText),
  moved: list(shape({ ...step, from: s.utc, to: s.utc })),
  warnings: s.warnings,
})

/** A call with `?dryRun=true` answers the second. */
export const CHANGED_OR_DIFFERENCE = z.union([CHANGED, DIFFERENCE])

export const ERASURE = shape({
  id: s.patientId,
  state: z.literal('erasing'),
  since: s.utc,
  remains: list(text).check(z.describe('what outlives the erasure, in words to pass on')),
  warnings: list(text),
})
