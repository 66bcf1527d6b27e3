import * as z from 'zod/mini'
import type { EvidencePage } from '../http/evidence-view.ts'
import type { ImportAnswer } from '../http/import-view.ts'
import type { ChangeRecord, ReplyRecord } from '../http/records-view.ts'
import * as s from './shapes.ts'
import { ESCALATION } from './worklist-answers.ts'

const { list, maybe, shape, text, whole, flag, oneOf } = s

export const REPLY: z.ZodMiniType<ReplyRecord> = shape({
  sid: text.check(z.describe('Twilio’s message id')),
  at: s.utc,
  text,
  intent: text.check(z.describe('what triage read in it')),
  value: maybe(z.number()),
  asked: maybe(s.textId),
  answer: maybe(text.check(z.describe('absent when none was sent, or Twilio answered STOP, START or HELP'))),
  answerDelivery: maybe(
    shape({
      state: oneOf(['sent', 'delivered', 'undelivered']),
      deliveredAt: maybe(s.utc),
      undeliveredAt: maybe(s.utc),
      code: maybe(whole.check(z.describe('Twilio’s error code'))),
    }).check(z.describe('what became of our answer; `sent` is without Twilio’s last word')),
  ),
})

export const CHANGE: z.ZodMiniType<ChangeRecord> = shape({
  version: whole,
  at: s.utc,
  actor: text,
  what: text,
})

const sent = shape({
  text: s.textId,
  step: s.stepKey,
  course: whole,
  injection: whole,
  visit: whole,
  attempt: text,
  body: text.check(z.describe('word for word')),
  to: s.mobile,
  clinic: shape({ name: text, phone: text, sender: s.mobile }).check(z.describe('as it was then')),
  sid: text.check(z.describe('Twilio’s message id')),
  protocol: text,
  signedBy: text,
  state: oneOf(['sent', 'delivered', 'undelivered']),
  claimedAt: maybe(s.utc),
  sentAt: s.utc,
  deliveredAt: maybe(s.utc),
  undeliveredAt: maybe(s.utc),
  code: maybe(whole.check(z.describe('Twilio’s error code'))),
})

const unsent = shape({
  text: s.textId,
  state: text,
  reason: maybe(text),
  due: s.utc,
  at: s.utc,
  attempts: whole,
  code: maybe(whole),
})

export const EVIDENCE: z.ZodMiniType<EvidencePage> = shape({
  preparedAt: s.utc,
  clinic: shape({ name: text, phone: text, city: text, timeZone: s.zone }),
  patient: shape({
    id: s.patientId,
    reference: text,
    state: s.patientState,
    mobile: s.mobile,
    timeZone: s.zone,
    givenName: maybe(text),
    label: maybe(text),
  }),
  consent: maybe(shape({ given: s.day, method: text, recordedAt: s.utc })),
  optOut: maybe(shape({ at: s.utc, reason: text })),
  sent: list(sent),
  unsent: list(unsent),
  replies: list(REPLY),
  escalations: list(z.omit(ESCALATION, { patient: true })),
  history: list(CHANGE),
})

const stored = z.record(text, z.unknown())

/** As stored: the form of a document may grow, so its fields are not listed. */
export const EXPORT = shape({
  exportedAt: s.utc,
  format: text,
  patient: stored,
  optOut: maybe(stored),
  sent: list(stored),
  replies: list(stored),
  answerReports: list(stored),
  history: list(stored),
})

const outcome = oneOf(['new', 'moved', 'changed', 'unchanged', 'refused'])

export const IMPORTED: z.ZodMiniType<ImportAnswer> = shape({
  dryRun: flag,
  summary: text.check(z.describe('like "3 new, 2 moved, 1 missing"')),
  counts: shape({
    new: whole,
    moved: whole,
    changed: whole,
    unchanged: whole,
    refused: whole,
    missing: whole,
  }),
  rows: list(
    shape({
      row: whole.check(z.describe('as a spreadsheet numbers it: the header is row 1')),
      reference: text,
      outcome,
      patientId: maybe(s.patientId),
      changes: list(text),
      problems: list(shape({ column: maybe(text), message: text })),
      warnings: s.warnings,
    }),
  ),
  missing: list(shape({ id: s.patientId, reference: text, state: s.patientState })).check(
    z.describe('patients the file lacks; they are never changed'),
  ),
})
