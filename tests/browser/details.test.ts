import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { Patient } from '../../console/api/shapes.ts'
import { instant } from '../../lib/time/instant.ts'
import { callApi, enrolAnn, useBrowser } from './open-console.ts'

const { startService, openConsole } = useBrowser()

describe("a patient's details", () => {
  it('change after the difference was seen, and stand in the history with who changed them', async () => {
    const cloud = await startService({ still: true })
    const id = await enrolAnn(cloud)
    await cloud.runWork()
    const { page, complaints } = await openConsole(cloud, { at: `patients/${id}` })
    await page.getByRole('button', { name: 'Edit details' }).click()
    const form = page.getByRole('form', { name: 'Details' })
    await form.getByLabel('Mobile').fill('0491 570 156')
    await form.getByLabel('Time zone').selectOption('Perth')
    await form.getByText(/\d+ moved/).waitFor()
    expect((await callApi<Patient>(cloud, 'GET', `/v1/patients/${id}`)).mobile).toBe('+61491570006')

    await form.getByRole('button', { name: 'Save' }).click()

    await page.getByRole('link', { name: '0491 570 156' }).waitFor()
    await page.getByText('Perth time').waitFor()
    const history = page.getByRole('region', { name: 'Who changed what' })
    await history.getByText('changed mobile number, time zone').waitFor()
    await history.getByText(/^Front desk, /).waitFor()
    expect(page.url()).not.toContain('0491')
    expect(complaints).toEqual([])
  })

  it('that cannot be are refused in words before anybody saves them', async () => {
    const cloud = await startService({ still: true })
    const id = await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: `patients/${id}` })
    await page.getByRole('button', { name: 'Edit details' }).click()

    await page.getByLabel('Mobile').fill('02 5550 1234')

    await page.getByRole('alert').getByText('mobile').waitFor()
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  })

  it('and all else is kept as a file', async () => {
    const cloud = await startService({ still: true })
    const id = await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: `patients/${id}` })
    const download = page.waitForEvent('download')

    await page.getByRole('button', { name: 'Export' }).click()

    const file = await download
    expect(file.suggestedFilename()).toBe('ann-001.json')
    expect(await readFile(await file.path(), 'utf8')).toContain('ann-001')
  })
})

describe('a further course', () => {
  it('stands on the page of the patient with its texts', async () => {
    const cloud = await startService({ still: true })
    const id = await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: `patients/${id}` })
    await page.getByRole('link', { name: 'Add a course' }).click()
    await page.getByLabel('Injection 1', { exact: true }).fill('2027-06-01T10:00')

    await page.getByRole('button', { name: 'Add the course' }).click()

    await page.getByRole('heading', { name: 'Course 2' }).waitFor()
    await page.getByText('Tue 1 Jun').first().waitFor()
  })
})

describe('a text that does not arrive', () => {
  it('is said in words on the page of the patient', async () => {
    const cloud = await startService({ still: true })
    const id = await enrolAnn(cloud)
    const bea = await enrolAnn(cloud, { reference: 'bea-002', mobile: '0491 570 156', givenName: 'Bea' })
    cloud.twilio.deliveryFails('+61491570006', 30003)
    cloud.twilio.deliveryFails('+61491570156', 30005)
    await cloud.advanceTo(instant(Date.parse('2026-11-25T12:00+11:00')))
    const { page } = await openConsole(cloud, { at: `patients/${id}` })

    await page.getByText(/^The last text did not arrive: visit reminder/).waitFor()
    await page.evaluate(`location.hash = '#/patients/${bea}'`)

    await page.getByText('The number takes no texts: none goes until it is corrected.').waitFor()
    await page.getByText('not delivered', { exact: true }).first().waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/undelivered|number-bad|3000\d/)
  })
})
