import * as z from 'zod/mini'
import type { Problem } from '../../lib/care/outcome.ts'
import { RequestProblem } from './problem.ts'

/** What zod knows where a value is wrong; only the value is used, the words are ours. */
interface Finding {
  readonly input?: unknown
}

const LONGEST_SHOWN = 40

function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text
}

/** Words for a value that is missing or wrong: the value, then what is allowed. */
export const expected = (allowed: string) => ({
  error: ({ input }: Finding): string =>
    input === undefined ? `missing: expected ${allowed}` : `${shown(input)}: expected ${allowed}`,
})

/** The same for what tells who a person is: the value is not repeated. */
export const expectedUnshown = (allowed: string) => ({
  error: ({ input }: Finding): string =>
    input === undefined ? `missing: expected ${allowed}` : `expected ${allowed}`,
})

/** Text that passes the type guard of a branded type. */
export const guarded = <T extends string>(is: (text: string) => text is T, allowed: string) =>
  z.custom<T>((value) => typeof value === 'string' && is(value), expected(allowed))

/** An object with these fields and no others. */
export function only<T extends z.core.$ZodLooseShape>(shape: T) {
  const names = Object.keys(shape).join(', ')
  const unknown = names === '' ? 'unknown: nothing is expected here' : `unknown: expected one of ${names}`
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? unknown : expected(`an object with ${names}`).error(issue),
  })
}

type Issue = z.core.$ZodIssue

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? String(step) : `${text}.${String(step)}`
  }, '')

const problemsIn = (issue: Issue): readonly Problem[] =>
  (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]).map(
    (path) => ({ path: pathText(path), message: issue.message }),
  )

/** Enough to mend a call by; a body of nothing but unknown fields is not answered with many times its size. */
const MOST_ERRORS = 100

/** The checked value, or one problem for each thing that is wrong with it, up to `MOST_ERRORS`. */
export function checked<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
):
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] } {
  const result = schema.safeParse(value)
  if (result.success) return { kind: 'read', value: result.data }
  return { kind: 'wrong', problems: result.error.issues.flatMap(problemsIn).slice(0, MOST_ERRORS) }
}

/**
 * The checked value.
 * @throws RequestProblem 422 with the problems of one that is wrong
 */
export function parsed<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const result = checked(schema, value)
  if (result.kind === 'read') return result.value
  throw new RequestProblem(422, { errors: result.problems })
}
