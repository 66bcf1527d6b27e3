import * as z from 'zod/mini'
import * as s from './shapes.ts'

const { list, maybe, shape, text, whole, flag } = s

export const OPS = shape({
  at: s.utc,
  hours: z.literal(24),
  rows: list(
    shape({
      title: text,
      parts: list(
        shape({
          title: text,
          as: text,
          figures: list(shape({ name: text, statistic: text, kind: maybe(text), value: z.number() })),
        }),
      ),
    }),
  ).check(z.describe('the operators’ dashboard, as far as the ledgers know')),
  lateness: list(
    shape({
      from: s.utc,
      texts: whole,
      p50: maybe(z.number()),
      p99: maybe(z.number()),
      max: maybe(z.number()),
    }),
  ).check(z.describe('seconds from due to sent, hour by hour')),
  clinics: list(
    shape({
      id: text,
      name: text,
      patients: z.record(text, whole),
      overdue: whole,
      openEscalations: whole,
      openTasks: whole,
      stuck: whole,
      lastSentAt: maybe(s.utc),
      refusedSince: maybe(s.utc),
      code: maybe(whole),
      held: flag,
    }),
  ),
  ledgers: shape({ read: whole, of: whole }),
  incomplete: maybe(z.literal(true)),
})
