import { describe, expect, it } from 'vitest'
import type { ClinicView } from '../../console/api/shapes.ts'
import { callApi, enrolAnn, useBrowser } from './open-console.ts'

const { startService, openConsole } = useBrowser()

type Here = Awaited<ReturnType<typeof startService>>
const settingsOf = (cloud: Here) => callApi<ClinicView>(cloud, 'GET', '/v1/clinic')

describe('the settings of a clinic', () => {
  it('change only after the page has said for how many patients, and the header follows', async () => {
    const cloud = await startService({ still: true })
    await enrolAnn(cloud)
    const { page, complaints } = await openConsole(cloud, { at: 'settings' })
    await page.getByLabel('Name in texts').fill('Harbour Physio')
    await page.getByLabel('Friday', { exact: true }).click()
    await page.getByLabel('Public holidays').selectOption('New South Wales')
    await page.getByLabel('Own closed day').fill('2026-12-21')
    await page.getByLabel('to (if several)').fill('2026-12-24')
    await page.getByRole('button', { name: 'Add 4 days' }).click()

    await page.getByRole('button', { name: 'Check' }).click()

    const result = page.getByRole('region', { name: 'This would change' })
    await result.getByText(/Texts to come change for 1 of 1 patient:.* in other words/).waitFor()
    await result.getByText('closed was 8:30 am to 5:00 pm').waitFor()
    await result.getByText('closed Mon 21 Dec 2026, Tue 22 Dec 2026').waitFor()
    expect((await settingsOf(cloud)).name).toBe('Harbour Sports Med')
    await result.getByRole('button', { name: 'Apply' }).click()
    await page.getByText('Applied. The texts of 1 patient follow within minutes.').waitFor()
    await page.getByRole('banner').getByText('Harbour Physio').waitFor()
    await page.getByText('last changed by Front desk').waitFor()
    const { opening, holidays, closedDays } = await settingsOf(cloud)
    expect(opening).not.toHaveProperty('friday')
    expect([holidays, closedDays]).toEqual([
      'AU-NSW',
      ['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24'],
    ])
    expect(complaints).toEqual([])
  })

  it('that cannot be are said field by field, and nothing changes', async () => {
    const cloud = await startService({ still: true })
    const before = await settingsOf(cloud)
    const { page } = await openConsole(cloud, { at: 'settings' })
    await page.getByLabel('Texting hours, from').fill('05:00')

    await page.getByRole('button', { name: 'Check' }).click()

    const refused = page.getByRole('region', { name: 'This cannot be' })
    await refused.getByText('between 06:00 and 22:00').waitFor()
    await refused.getByRole('button', { name: 'Texting hours' }).click()
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
      'Texting hours, from',
    )
    expect(await page.getByRole('button', { name: 'Apply' }).count()).toBe(0)
    expect(await settingsOf(cloud)).toEqual(before)
  })

  it('that cannot be are repeated as they were typed', async () => {
    const cloud = await startService({ still: true })
    const { page } = await openConsole(cloud, { at: 'settings' })
    await page.locator('[id="field-phone"]').fill('abc')

    await page.getByRole('button', { name: 'Check' }).click()

    await page.getByRole('region', { name: 'This cannot be' }).waitFor()
    expect(await page.locator('p.problem').first().innerText()).toMatch(/^"abc": expected/)
  })

  it('hold every text, and Today says so', async () => {
    const cloud = await startService({ still: true })
    await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: 'settings' })
    await page.getByLabel('Hold every text').click()
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText(/^Applied/).waitFor()

    await page.getByRole('link', { name: 'Today' }).click()

    await page.getByText('The clinic is holding its texts.').waitFor()
  })

  it('of somebody else who was quicker are not undone', async () => {
    const cloud = await startService({ still: true })
    const { page } = await openConsole(cloud, { at: 'settings' })
    await page.getByLabel('City').fill('Manly')
    const settings = await settingsOf(cloud)
    await callApi(cloud, 'PUT', '/v1/clinic', { ...settings, phone: '02 5550 7777', actor: 'Kim' })

    await page.getByRole('button', { name: 'Check' }).click()

    await page.getByText('Kim has changed the settings meanwhile').waitFor()
    expect(await settingsOf(cloud)).toMatchObject({ phone: '02 5550 7777', city: 'Sydney' })
  })
})
