import { describe, expect, it } from 'vitest'
import {
  API_ROUTES,
  ask,
  bodyOf,
  callOf,
  isWrite,
  keyOf,
  namesAnId,
  worldWithZara,
  written,
} from './calls.ts'
import { shownOf, ZARA } from './zara.ts'

const OF_ONE = API_ROUTES.filter(namesAnId)
const OF_MANY = API_ROUTES.filter((route) => !namesAnId(route))

describe('another clinic that names a patient, escalation or task of ours', () => {
  it.each(
    OF_ONE.map((route) => [keyOf(route), route] as const),
  )('is told what it would be told of nobody: %s', async (_, route) => {
    const here = await worldWithZara()

    const hers = await ask(here, callOf(route, { whose: 'zara', key: 'other-key' }))
    const nobodys = await ask(here, callOf(route, { whose: 'nobody', key: 'other-key' }))

    expect(hers.status).toBe(404)
    expect(hers).toEqual(nobodys)
    expect(written(here)).toEqual([])
    expect(await here.services.patients.read(ZARA.id)).toEqual(ZARA)
  })

  it.each(
    OF_ONE.map((route) => [keyOf(route), route] as const),
  )('while her own clinic is answered: %s', async (_, route) => {
    const answered = await ask(await worldWithZara(), callOf(route))

    expect(answered.status).toBeLessThan(300)
    expect(shownOf(answered.text)).not.toEqual([])
  })
})

describe('another clinic that names nobody', () => {
  it.each(
    OF_MANY.map((route) => [keyOf(route), route] as const),
  )('learns nothing of ours and changes nothing of ours: %s', async (_, route) => {
    const here = await worldWithZara()

    const answered = await ask(here, callOf(route, { key: 'other-key' }))

    expect(shownOf(answered.text)).toEqual([])
    expect(await here.services.patients.read(ZARA.id)).toEqual(ZARA)
  })

  it.each(
    OF_MANY.filter((route) => !isWrite(route)).map((route) => [keyOf(route), route] as const),
  )('learns nothing by starting a list at one of ours: %s', async (_, route) => {
    const query = `cursor=${ZARA.id.slice(0, -1)}`

    const answered = await ask(await worldWithZara(), callOf(route, { key: 'other-key', query }))

    expect(shownOf(answered.text)).toEqual([])
  })

  it.each([
    'GET /v1/patients',
    'GET /v1/escalations',
    'GET /v1/tasks',
  ])('while her own clinic sees her in its list: %s', async (list) => {
    const [route] = OF_MANY.filter((one) => keyOf(one) === list)

    const answered = route && (await ask(await worldWithZara(), callOf(route)))

    expect(shownOf(answered?.text ?? '')).toContain('zara-Xq7Lm2')
  })

  it('enrols its own patient under a reference and a number that ours has, and hears nothing of ours', async () => {
    const here = await worldWithZara()
    const [enrol] = API_ROUTES.filter((route) => keyOf(route) === 'POST /v1/patients')
    if (enrol === undefined) throw new Error('no way to enrol')
    const { reference, mobile } = ZARA
    const raw = JSON.stringify({ ...bodyOf(enrol), reference, mobile: '0491 573 087' })

    const answered = await ask(here, callOf(enrol, { key: 'other-key', raw }))

    const { patient } = JSON.parse(answered.text)
    expect(answered.status).toBe(201)
    expect(patient).toMatchObject({ reference, mobile })
    expect(patient.id).not.toBe(ZARA.id)
    expect(shownOf(answered.text)).toEqual(['Quillfeather', '491573087'])
    expect(await here.services.patients.read(ZARA.id)).toEqual(ZARA)
  })
})
