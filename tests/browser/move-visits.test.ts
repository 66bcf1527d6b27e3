import { describe, expect, it } from 'vitest'
import type { Patient } from '../../console/api/shapes.ts'
import { callApi, enrolAnn, useBrowser } from './open-console.ts'

const { startService, openConsole } = useBrowser()

describe('a doctor away', () => {
  it('moves everyone of those days once their names were seen, and says who hears nothing of it', async () => {
    const cloud = await startService({ still: true })
    const ann = await enrolAnn(cloud)
    await enrolAnn(cloud, { reference: 'bea-002', mobile: '0491 570 156', givenName: 'Bea' })
    await cloud.runWork()
    await cloud.twilio.receive('+61491570156', cloud.clinic.sender, 'STOP')
    const { page, complaints } = await openConsole(cloud, { at: 'visits/move' })
    const first = async () =>
      (await callApi<Patient>(cloud, 'GET', `/v1/patients/${ann}`)).courses[0]?.injections[0]?.at
    await page.getByLabel('First day away').fill('2026-12-01')
    await page.getByLabel('Last day away').fill('2026-12-04')

    await page.getByRole('button', { name: 'Show whose visits' }).click()

    await page.getByRole('heading', { name: '2 visits would move' }).waitFor()
    const bea = page.getByRole('row').filter({ hasText: 'bea-002' })
    await bea.getByText('Opted out: no text tells of it, so phone.').waitFor()
    expect(await first()).toBe('2026-12-01T10:00')
    await page.getByRole('button', { name: 'Move 2 visits' }).click()
    await page.getByRole('heading', { name: '2 visits moved' }).waitFor()
    expect(await first()).toBe('2026-12-08T10:00')
    await page.getByRole('link', { name: 'Ann', exact: true }).click()
    await page.getByText('Tue 8 Dec').first().waitFor()
    expect(complaints).toEqual([])
  })

  it('is refused in words when visits would land on the same days', async () => {
    const cloud = await startService({ still: true })
    await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: 'visits/move' })
    await page.getByLabel('First day away').fill('2026-12-01')
    await page.getByLabel('Last day away').fill('2026-12-04')
    await page.getByLabel('Move by days').fill('2')

    await page.getByRole('button', { name: 'Show whose visits' }).click()

    await page.getByText('expected 4 or more').waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
  })

  it('with nobody booked has nothing to move', async () => {
    const { page } = await openConsole(await startService({ still: true }), { at: 'visits/move' })
    await page.getByLabel('First day away').fill('2026-12-01')
    await page.getByLabel('Last day away').fill('2026-12-01')

    await page.getByRole('button', { name: 'Show whose visits' }).click()

    await page.getByRole('heading', { name: 'There are no visits on these days.' }).waitFor()
  })
})
