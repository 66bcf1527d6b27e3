import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeReceiveReply } from '../../functions/handlers/receive-reply.ts'
import { makeRecordDelivery } from '../../functions/handlers/record-delivery.ts'
import type { Role } from '../../lib/ports/clinic-register.ts'
import { ROUTES, type Route } from '../../lib/routes.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { makeWholeApi } from '../functions/api.ts'
import { apiEvent, CONTEXT } from '../functions/events.ts'
import type { World } from '../functions/fakes.ts'
import { API_ROUTES, ask, callOf, keyOf, worldWithZara, written } from './calls.ts'
import { shownOf } from './zara.ts'

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')

/** Keys of ours by their roles, and the ways to have none. */
const KEYS: Readonly<Record<string, readonly Role[] | undefined>> = {
  'key-clinic': ['clinic'],
  'key-read': ['read'],
  'key-ops': ['ops'],
  'key-read-ops': ['read', 'ops'],
  'key-without-role': [],
  'key-revoked': undefined,
  'key-nobody-has': undefined,
  [hashOf('key-clinic')]: undefined,
}

async function worldWithKeys(): Promise<World> {
  const here = await worldWithZara()
  const { clinics } = here.services
  for (const [key, roles = ['clinic', 'read', 'ops'] as const] of Object.entries(KEYS)) {
    const isStored = KEYS[key] !== undefined || key === 'key-revoked'
    if (isStored) await clinics.saveApiKey(hashOf(key), { clinicId: HARBOUR.id, roles })
  }
  await clinics.removeApiKey(hashOf('key-revoked'))
  here.touched.length = 0
  return here
}

function expected({ who }: Route, roles: readonly Role[] | undefined): 'let in' | 401 | 403 {
  if (who === 'anyone') return 'let in'
  if (roles === undefined) return 401
  return who !== 'twilio' && who.some((role) => roles.includes(role)) ? 'let in' : 403
}

const MATRIX = API_ROUTES.flatMap((route) =>
  Object.entries(KEYS).map(([key, roles]) => {
    const outcome = expected(route, roles)
    return { name: `${keyOf(route)}, ${key.slice(0, 16)}: ${outcome}`, route, key, outcome }
  }),
)

describe('every route for every key', () => {
  it.each(MATRIX)('$name', async ({ route, key, outcome }) => {
    const here = await worldWithKeys()

    const { status, text } = await ask(here, callOf(route, { key }))

    if (outcome === 'let in') {
      expect(status).toBeLessThan(300)
    } else {
      expect(status).toBe(outcome)
      expect(shownOf(text)).toEqual([])
      expect(here.touched.filter((call) => call !== 'clinics.apiKey')).toEqual([])
    }
  })

  it('has cases of each kind', () => {
    const outcomes = MATRIX.map(({ outcome }) => outcome)

    expect(new Set(outcomes)).toEqual(new Set(['let in', 401, 403]))
  })

  it.each(ROUTES.filter(({ who }) => who === 'twilio'))('$path takes no API key for a signature', async ({
    path,
  }) => {
    const here = await worldWithKeys()
    const make = path.endsWith('/status') ? makeRecordDelivery : makeReceiveReply

    const { statusCode } = await make(here.services)(
      apiEvent(`POST ${path}`, { key: 'key-clinic', raw: 'MessageSid=SM1', contentType: 'text/plain' }),
      CONTEXT,
    )

    expect(statusCode).toBe(403)
    expect(written(here)).toEqual([])
  })
})

describe('a key', () => {
  const asking = (authorization: string, { services }: World) => {
    const event = apiEvent('GET /v1/patients', { key: undefined })
    event.headers.authorization = authorization
    return makeWholeApi(services)(event, CONTEXT)
  }

  it.each([
    ['cut in two', 'Bearer key clinic'],
    ['sent as Basic', `Basic ${Buffer.from('key-clinic:').toString('base64')}`],
    ['sent bare', 'key-clinic'],
    ['sent twice, joined by a comma', 'Bearer key-clinic,Bearer key-clinic'],
    ['with a zero byte behind it', 'Bearer key-clinic\u0000'],
    ['of 10,000 characters', `Bearer ${'k'.repeat(10_000)}`],
    ['with a wildcard', 'Bearer *'],
  ])('%s is none', async (_, authorization) => {
    const { statusCode } = await asking(authorization, await worldWithKeys())

    expect(statusCode).toBe(401)
  })

  it('is looked up by its hash alone, so that no comparison takes longer the nearer a guess comes', async () => {
    const asked: string[] = []
    const here = await worldWithKeys()
    const clinics = {
      ...here.services.clinics,
      apiKey: async (hash: string) => void asked.push(hash),
    }

    await asking('Bearer key-clinic', { ...here, services: { ...here.services, clinics } })

    expect(asked).toEqual([hashOf('key-clinic')])
  })
})
