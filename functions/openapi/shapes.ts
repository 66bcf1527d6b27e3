import * as z from 'zod/mini'

/*
 * What answers are made of. Strict: a field that is not described here is not answered, and a test that drives every
 * call says so.
 */

const said = (description: string) => z.string().check(z.describe(description))

export const text = z.string()
export const whole = z.int()
export const flag = z.boolean()
export const maybe = z.exactOptional
export const shape = z.strictObject
export const list = z.array
export const oneOf = z.enum

export const utc = said('UTC, like 2026-11-30T23:00:00Z')
export const visitTime = said('the clinic’s wall clock, like 2026-12-01T10:00')
export const localTime = said('the patient’s wall clock, like 2026-12-01T10:00')
export const day = said('a date like 2026-12-01')
export const zone = said('an IANA time zone like Australia/Sydney')
export const mobile = said('E.164, like +61491570006')
export const patientId = said('opaque, safe in a URL')
export const textId = said('step@course.injection.visit, like N2@1.1.1')
export const stepKey = said('a step of the protocol, like P1a')
export const itemId = said('of the escalation or task, for its acknowledge and resolve')
export const cursor = said('asks for the next page; absent on the last')

export const page = <T extends z.core.SomeType>(item: T) =>
  shape({ items: list(item), cursor: maybe(cursor) })
export const everything = <T extends z.core.SomeType>(item: T) => shape({ items: list(item) })
export const warnings = list(said('in words for the clinic; nothing was changed for it'))

export const patientState = oneOf(['active', 'paused', 'stopped', 'ended', 'withdrawn', 'erasing'])
export const consent = shape({ given: day, method: oneOf(['written', 'verbal', 'online']) })

/** RFC 9457: every answer that is no success. */
export const PROBLEM = shape({
  type: z.literal('about:blank'),
  title: text,
  status: whole,
  detail: maybe(text),
  errors: maybe(list(shape({ path: said('where in the request, like injections[0].at'), message: text }))),
})
