import type { CalendarText, ClockMove, Enrolment, PageState, Patient } from './shapes.ts'

/** Calls the service that this page came from. Each call throws an Error whose message is for the reader. */
export const localState = (): Promise<PageState> => call('GET', '/local/state')

export const moveClock = (move: ClockMove): Promise<PageState> => call('POST', '/local/clock', { body: move })

export const textFrom = (mobile: string, text: string): Promise<PageState> =>
  call('POST', `/local/phones/${encodeURIComponent(mobile)}/messages`, { body: { text } })

/** The clinic API, with the clinic's key. */
export const clinicApi = (key: string) => ({
  patient: (id: string): Promise<Patient> => call('GET', `/v1/patients/${id}`, { key }),
  plan: (id: string): Promise<{ readonly items: readonly CalendarText[] }> =>
    call('GET', `/v1/patients/${id}/plan`, { key }),
  enrol: (body: Enrolment): Promise<{ readonly patient: Patient }> =>
    call('POST', '/v1/patients', { key, body }),
  moveInjection: (id: string, course: number, injection: number, at: string): Promise<unknown> =>
    call('PUT', `/v1/patients/${id}/courses/${course}/injections/${injection}`, { key, body: { at } }),
})

interface Sent {
  readonly key?: string
  readonly body?: unknown
}

async function call<T>(method: string, path: string, { key, body }: Sent = {}): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error('The service does not answer. Is npm start still running?')
  })
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(problemInWords(answer, response.status))
  return answer
}

interface Problem {
  readonly message?: string
  readonly title?: string
  readonly detail?: string
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
}

function problemInWords({ message, title, detail, errors = [] }: Problem, status: number): string {
  const each = errors.map((error) => (error.path === '' ? error.message : `${error.path}: ${error.message}`))
  return each.join('; ') || detail || message || title || `The service answered ${status}.`
}
