import { CALLS, type Call } from '../functions/openapi/document.ts'
import { EXAMPLE } from '../functions/openapi/examples.ts'

const INTRODUCTION = `# The clinic API

Every call of the API with a \`curl\` that works as it stands. \`GET /v1/openapi.json\` has the same as OpenAPI 3.1, with
every field. Set these first; \`PATIENT\` is the \`id\` that enrolling answers:

\`\`\`sh
URL=http://localhost:4000 KEY=demo-key-local-only PATIENT=${EXAMPLE.patient}
\`\`\`

- A key goes in \`Authorization: Bearer\`. Its roles are \`clinic\` (every call of its clinic), \`read\` (their GETs) and \`ops\`.
- Visit times are the clinic's wall clock, \`2027-03-02T10:00\`; what happened is in UTC, \`2027-03-01T23:00:00Z\`.
- Lists answer \`{items, cursor?}\`; \`?cursor=\` asks for the next page, \`?limit=\` for up to 100.
- Every write takes an optional \`actor\`: who at the clinic asks.
- Each call is shown for a patient as she is after enrolling; what was erased or withdrawn takes no further change.
- Errors are \`application/problem+json\` with \`errors: [{path, message}]\`. An id of another clinic answers 404. 409 says
  in what a repeated call differs.
`

/** \`docs/api.md\`: every documented call, by group, in the order of the routes. */
export function apiPage(): string {
  const groups = [...new Set(CALLS.map(({ operation }) => operation.group))]
  const parts = groups.map((group) => {
    const calls = CALLS.filter(({ operation }) => operation.group === group)
    return `## ${group}\n\n${calls.map(entry).join('\n')}`
  })
  return `${INTRODUCTION}\n${parts.join('\n')}`
}

function entry(call: Call): string {
  const { route, operation } = call
  const { does, more, status = 200 } = operation
  const who = typeof route.who === 'string' ? 'anyone' : route.who.join(' or ')
  const words = more === undefined ? '' : `\n${more}\n`
  return `### ${does}\n\n\`${route.method} ${route.path}\` · ${who} · ${status}\n${words}\n\`\`\`sh\n${curl(call)}\n\`\`\`\n`
}

/** A text body, a CSV file, comes from the lines below the command; a JSON one stands in it. */
function curl({ route, operation: { example } }: Call): string {
  const method = route.method === 'GET' ? '' : ` -X ${route.method}`
  const key = route.who === 'anyone' ? '' : ` -H "Authorization: Bearer $KEY"`
  const command = `curl${method} "$URL${pathIn(route.path)}${example?.query === undefined ? '' : `?${example.query}`}"${key}`
  const body = example?.body
  if (body === undefined) return command
  if (typeof body === 'string')
    return `${command} \\\n  -H 'Content-Type: text/csv' --data-binary @- <<'CSV'\n${body}CSV`
  return `${command} \\\n  -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`
}

function pathIn(path: string): string {
  const item = /\/(escalations|tasks)\//.test(path) ? '$PATIENT.1' : '$PATIENT'
  const id = path.startsWith('/v1/protocols/') ? EXAMPLE.protocol : item
  return path.replace('{id}', id).replace('{course}', '1').replace('{injection}', '1')
}
