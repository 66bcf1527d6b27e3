import { afterEach, describe, expect, it } from 'vitest'
import { API_ROUTES, ask, bodyOf, callOf, isWrite, keyOf, worldWithZara, written } from './calls.ts'

/** What a document holds and no caller may set, and what every object has by its nature. */
const FORBIDDEN = ['id', 'version', 'clinicId', 'ledger', 'standing', 'courses', 'optedOut', 'erasing']
  .concat(['lookAt', 'alarm', 'escalations', 'tasks', 'mobileSince', 'consentGiven', 'roles', 'caller'])
  .concat(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', ''])

const WRITES = API_ROUTES.filter((route) => isWrite(route) && route.body !== 'csv')

/** Every object in a body, as the list of steps that leads to it. */
function objectsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.entries(value).flatMap(([key, part]) => objectsIn(part, [...path, key]))
  return Array.isArray(value) ? inner : [path, ...inner]
}

/** The body as JSON text with one field more in the object at the path. */
function withField(body: object, path: readonly string[], name: string): string {
  const copy = structuredClone(body)
  const place = path.reduce<object>((part, step) => Reflect.get(part, step), copy)
  const value = { id: 'zara-Xq7Lm2', version: 99, standing: 'withdrawn' }
  Object.defineProperty(place, name, { value, enumerable: true })
  return JSON.stringify(copy)
}

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(Reflect.get({}, 'standing')).toBeUndefined()
})

describe('a field that no caller may set', () => {
  const cases = WRITES.flatMap((route) =>
    objectsIn(bodyOf(route)).map((path) => ({ name: `${keyOf(route)} in /${path.join('/')}`, route, path })),
  )

  it.each(cases)('is refused and nothing is written: $name', async ({ route, path }) => {
    const here = await worldWithZara()

    for (const name of FORBIDDEN) {
      const { status, text } = await ask(here, callOf(route, { raw: withField(bodyOf(route), path, name) }))

      expect([name, status]).toEqual([name, expect.toBeOneOf([400, 422])])
      expect(JSON.parse(text)).toMatchObject({ status })
    }
    expect(written(here)).toEqual([])
  })

  it.each(
    WRITES.map((route) => [keyOf(route), route] as const),
  )('is refused when a list or a bare value comes in place of an object: %s', async (_, route) => {
    const here = await worldWithZara()

    for (const raw of ['[]', '[{}]', 'null', '"standing"', '7', 'true']) {
      const { status } = await ask(here, callOf(route, { raw }))

      expect([raw, status]).toEqual([raw, 422])
    }
    expect(written(here)).toEqual([])
  })
})

describe('a parameter that no route has', () => {
  it.each(
    API_ROUTES.filter(({ who }) => who !== 'anyone').map((route) => [keyOf(route), route] as const),
  )('is refused and nothing is written: %s', async (_, route) => {
    const here = await worldWithZara()

    for (const name of ['clinicId', 'id', 'version', 'role', '__proto__', 'constructor', 'dryRun[]']) {
      const { status } = await ask(here, callOf(route, { query: `${encodeURIComponent(name)}=other` }))

      expect([name, status]).toEqual([name, 422])
    }
    expect(written(here)).toEqual([])
  })
})
