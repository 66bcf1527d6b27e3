import { beforeEach, expect, it } from 'vitest'
import { hashOfKey } from '../../../local/commands/api-keys.ts'
import { keysCommand } from '../../../local/commands/keys-command.ts'
import { HARBOUR } from '../../fixtures/harbour.ts'
import { memoryStore } from '../../memory/store.ts'

let store: ReturnType<typeof memoryStore>
beforeEach(async () => {
  store = memoryStore()
  await store.clinics.saveClinic(HARBOUR)
})

const WHERE = ['--region', 'ap-southeast-2', '--table', 'texts', '--clinic', 'harbour']
const keys = (...args: readonly string[]) => keysCommand([...args, ...WHERE], () => store.clinics)
const create = () => keys('create', '--roles', 'clinic,read', '--label', 'front desk')

it('creates a key that is shown once and stored as a hash', async () => {
  const printed = await create()

  const key = /sij_[\w-]{43}/.exec(printed)?.[0] ?? ''
  expect(await store.clinics.apiKey(hashOfKey(key))).toEqual({
    clinicId: HARBOUR.id,
    roles: ['clinic', 'read'],
    label: 'front desk',
  })
  expect(JSON.stringify(await store.clinics.apiKeys(HARBOUR.id))).not.toContain(key)
})

it('lists ids, roles and labels', async () => {
  const printed = await create()

  const listed = await keys('list')

  expect(listed).toMatch(/^[0-9a-f]{10} {2}clinic,read {6}front desk$/)
  expect(printed).toContain(listed.slice(0, 10))
})

it('revokes one key and leaves the others', async () => {
  await create()
  const first = (await keys('list')).slice(0, 10)
  await create()

  const printed = await keys('revoke', '--key', first)

  expect(printed).toBe(`key ${first} opens nothing any more`)
  expect(await store.clinics.apiKeys(HARBOUR.id)).toHaveLength(1)
  expect(await keys('list')).not.toContain(first)
})

it.each([
  [['make'], '"make": expected create, list or revoke'],
  [['create', '--label', 'x'], '--roles is missing: expected one or more of clinic, read, ops'],
  [
    ['create', '--roles', 'admin', '--label', 'x'],
    '--roles "admin": expected one or more of clinic, read, ops',
  ],
  [['create', '--roles', 'ops'], '--label is missing'],
  [['revoke'], '--key is missing'],
  [['revoke', '--key', '0000000000'], '--key "0000000000": clinic harbour has no such key'],
])('refuses %j in words', async (args, words) => {
  await expect(keys(...args)).rejects.toThrow(words)
})

it('refuses a clinic that is not there', async () => {
  const elsewhere = keysCommand(
    [...['list', ...WHERE.slice(0, 4)], '--clinic', 'nowhere'],
    () => store.clinics,
  )

  await expect(elsewhere).rejects.toThrow('--clinic "nowhere": no such clinic in this table')
})
