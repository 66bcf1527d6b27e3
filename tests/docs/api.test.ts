import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiPage } from '../../local/api-page.ts'
import { endJourneys, type Journey } from '../journeys/journey.ts'
import { examplePatient, startService } from '../openapi/example-calls.ts'

const PAGE = join(import.meta.dirname, '../../docs/api.md')
const page = readFileSync(PAGE, 'utf8')

/** Each call of the page: `POST /v1/patients`, the status it promises, its command. */
const CALLS = [
  ...page.matchAll(/`([A-Z]+ \/\S+)` · [\w ]+ · (\d+)\n(?:(?!```)[\s\S])*?```sh\n(curl [\s\S]*?)\n```/g),
].map(([, call = '', status = '', command = '']) => [call, Number(status), command] as const)

interface Request {
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly body?: string
}

/** What `sh` and `curl` make of a command of the page. */
function requestOf(command: string, variables: Readonly<Record<string, string>>): Request {
  const filled = command.replaceAll(/\$([A-Z]+)/g, (_, name: string) => variables[name] ?? '')
  const headers = [...filled.matchAll(/-H ["']([\w-]+): ([^"']+)["']/g)].map(([, name, value]) => [
    name,
    value,
  ])
  const method = / -X ([A-Z]+) /.exec(filled)?.[1] ?? 'GET'
  const url = /"(http[^"]+)"/.exec(filled)?.[1] ?? ''
  const body = / -d '([^']*)'/.exec(filled)?.[1] ?? /<<'CSV'\n([\s\S]*)CSV$/.exec(filled)?.[1]
  return { method, url, headers: Object.fromEntries(headers), ...(body !== undefined && { body }) }
}

let here: Journey
beforeAll(async () => {
  here = await startService()
})
afterAll(endJourneys)

describe('docs/api.md', () => {
  it('is what the schemas, routes and examples say (`npx vitest run tests/docs -u` writes it)', async () => {
    await expect(apiPage()).toMatchFileSnapshot(PAGE)
  })

  it('has a command for every call', () => {
    expect(CALLS).toHaveLength(page.match(/^### /gm)?.length ?? 0)
  })

  it.each(CALLS)('%s answers %i when its command is run', async (_, status, command) => {
    const patient = await examplePatient(here)
    const variables = { URL: here.cloud.url, KEY: here.cloud.key, PATIENT: patient.id }
    const { url, ...request } = requestOf(command, variables)

    const response = await fetch(url, request)

    expect([response.status, response.status === status ? '' : await response.text()]).toEqual([status, ''])
  })
})
