import type { FieldProblem } from '../api/call.ts'
import type { Enrolment, PlanDraft } from '../api/shapes.ts'
import { typed } from '../controls/use-work.ts'

const GAP_DAYS = 42
const DAY_MS = 86_400_000

/** What the form holds, as the API wants it. Empty fields are left out. */
export function enrolmentOf(form: FormData): Enrolment {
  const given = (name: string) => (typed(form, name) === '' ? {} : { [name]: typed(form, name) })
  return {
    reference: typed(form, 'reference'),
    mobile: typed(form, 'mobile'),
    ...given('givenName'),
    ...given('label'),
    ...given('timeZone'),
    belt: form.has('belt'),
    injections: injectionsOf(form),
    consent: { given: typed(form, 'consent.given'), method: typed(form, 'consent.method') },
  }
}

/** As much of the course as the form holds so far. */
export const draftOf = (form: FormData): PlanDraft => ({
  injections: injectionsOf(form),
  belt: form.has('belt'),
  timeZone: typed(form, 'timeZone'),
})

/** The injections that have a date and time so far. */
function injectionsOf(form: FormData): Enrolment['injections'] {
  const states = form.getAll('state').map(String)
  return form.getAll('at').flatMap((at, index) => {
    const state = STATES.find((each) => each === states[index])
    return at === '' ? [] : [{ at: String(at), ...(state !== undefined && { state }) }]
  })
}

/** What was refused, at the rows of the form: the service counts only those that are filled in. */
export function atRows(problems: readonly FieldProblem[], times: readonly string[]): readonly FieldProblem[] {
  const filled = times.flatMap((at, row) => (at === '' ? [] : [row]))
  return problems.map(({ path, message }) => {
    const index = /^injections\[(\d+)\]/.exec(path)?.[1]
    const row = filled[Number(index)]
    return { path: row === undefined ? path.replace(/\[.*/, '') : `injections[${row}]`, message }
  })
}

/** The fields of the form that show what was refused about them. */
export const FIELDS = [
  'reference',
  'mobile',
  'givenName',
  'timeZone',
  'label',
  'consent.given',
  'injections',
] as const

export const STATES = ['booked', 'confirmed', 'given'] as const

/** The same time six weeks later, again and again; wall clock in, wall clock out. */
export function sixWeeksApart(first: string, count: number): readonly string[] {
  const start = Date.parse(`${first}Z`)
  if (Number.isNaN(start)) return []
  return Array.from({ length: count }, (_, index) =>
    new Date(start + index * GAP_DAYS * DAY_MS).toISOString().slice(0, 16),
  )
}
