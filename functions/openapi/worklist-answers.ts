import * as z from 'zod/mini'
import {
  flag,
  itemId,
  list,
  maybe,
  mobile,
  oneOf,
  patientId,
  shape,
  text,
  textId,
  utc,
  whole,
} from './shapes.ts'

export const settled = shape({ at: utc, by: text, outcome: maybe(text) })

const person = shape({ id: patientId, reference: maybe(text), mobile: maybe(mobile) })

export const taskKind = oneOf([
  ...(['change', 'wrong', 'unknown', 'stopped', 'short-gap', 'number-bad', 'failed-unknown'] as const),
  ...(['not-told', 'not-warned', 'pregnant', 'medicine', 'not-spoken', 'book-next'] as const),
])

const contact = oneOf(['A', 'B'])

export const alerted = list(
  shape({
    at: utc,
    to: list(contact),
    byText: flag.check(z.describe('Twilio took the text')),
    byEmail: flag,
    texts: maybe(
      list(
        shape({
          to: contact,
          state: oneOf(['delivered', 'undelivered']),
          at: utc,
          code: maybe(whole.check(z.describe('Twilio’s error code'))),
        }),
      ).check(z.describe('what became of the texts, once Twilio has said so')),
    ),
  }),
)

export const untold = maybe(
  oneOf(['not told, phone her', 'opted out since, phone her']).check(
    z.describe('our answer is not known to have arrived; or it has, and no further text reaches her'),
  ),
)

export const ESCALATION = shape({
  id: itemId,
  patient: person,
  tier: maybe(z.union([z.literal(1), z.literal(2)]).check(z.describe('absent: a high pain score'))),
  at: utc,
  words: text.check(z.describe('her words, one message a line')),
  minutesWaiting: whole,
  alert: maybe(whole.check(z.describe('the number in the staff alert, for "OK 4"'))),
  alerted,
  untold,
  acknowledged: maybe(settled),
  resolved: maybe(settled),
})

export const TASK = shape({
  id: itemId,
  patient: person,
  kind: taskKind,
  at: utc,
  dueBy: maybe(utc),
  overdue: maybe(flag),
  about: maybe(textId),
  arrivedAt: maybe(utc.check(z.describe('the text it is about arrived after all'))),
  textsAgainAt: maybe(utc.check(z.describe('she gets texts again since then, whatever the task says'))),
  urgent: maybe(z.literal(true)),
  words: maybe(text.check(z.describe('what she wrote, where a message of hers raised it'))),
  acknowledged: maybe(settled),
  resolved: maybe(settled),
})
