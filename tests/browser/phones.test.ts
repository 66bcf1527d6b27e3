import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { callApi, enrolAnn, useBrowser } from './open-console.ts'

const { startService, openConsole } = useBrowser()

const phoneOf = (page: Page, name: string) => page.getByRole('region', { name: `The phone of ${name}` })
const onPhone = (page: Page, name: string, words: string) =>
  phoneOf(page, name).getByRole('log').getByText(words).first().waitFor()
const nextText = (page: Page) => page.getByRole('button', { name: 'Next text' }).click()

describe('the phones', () => {
  it('open first on this machine, and carry a newcomer from the form to an answered reminder', async () => {
    const cloud = await startService()
    const { page, complaints, hosts } = await openConsole(cloud)
    await page.getByRole('link', { name: 'Enrol a patient' }).click()
    await page.getByText('The patient agreed').click()
    await page.getByRole('button', { name: 'Enrol', exact: true }).click()
    await page.getByRole('link', { name: 'On the phone' }).click()

    await onPhone(page, 'Ann', 'we will text visit reminders and care tips')
    await page.getByText('Ann, Tue 24 Nov').waitFor()
    await nextText(page)
    await onPhone(page, 'Ann', 'your visit is Tue 1 Dec at 10:00am')
    await page.getByLabel('Reply as Ann').fill('C')
    await page.getByLabel('Reply as Ann').press('Enter')

    await onPhone(page, 'Ann', 'thanks, you are confirmed for Tue 1 Dec at 10:00am')
    expect(complaints).toEqual([])
    expect([...hosts]).toEqual([new URL(cloud.url).host])
  })

  it("stand side by side, each under the clinic's number", async () => {
    const cloud = await startService()
    await enrolAnn(cloud)
    await enrolAnn(cloud, { reference: 'bea-002', mobile: '0491 570 156', givenName: 'Bea' })

    const { page } = await openConsole(cloud, { at: 'phones' })

    await phoneOf(page, 'Ann').getByText(cloud.clinic.sender).waitFor()
    await phoneOf(page, 'Bea').getByText(cloud.clinic.sender).waitFor()
  })

  it('answer a quick reply, and STOP shows on the page of the patient', async () => {
    const cloud = await startService()
    const id = await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: 'phones' })
    await onPhone(page, 'Ann', 'we will text visit reminders')

    await phoneOf(page, 'Ann').getByRole('button', { name: 'STOP', exact: true }).click()

    await onPhone(page, 'Ann', 'You have successfully been unsubscribed')
    await page.evaluate(`location.hash = '#/patients/${id}'`)
    await page.getByText('stopped', { exact: true }).waitFor()
  })

  it.each([
    ['Alarms are lost', ['alarms-lost']],
    ['Twilio is down', ['twilio-down']],
  ])('get every text once although "%s" was switched on for a while', async (name, on) => {
    const cloud = await startService()
    const id = await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: 'phones' })
    await onPhone(page, 'Ann', 'we will text visit reminders')
    await page.getByLabel(name).click()
    await expect.poll(async () => (await stateOf(cloud.url)).faults).toEqual(on)

    await page.getByRole('button', { name: '+1 day' }).click()
    await expect.poll(async () => (await stateOf(cloud.url)).local).toMatch(/^2026-11-24/)
    await page.getByLabel(name).click()
    await page.getByRole('button', { name: '+1 hour' }).click()

    await onPhone(page, 'Ann', 'your visit is Tue 1 Dec at 10:00am')
    const reminders = cloud.twilio.phone('+61491570006').filter(({ body }) => body.includes('your visit is'))
    expect(reminders).toHaveLength(1)
    const { items } = await callApi<{ items: { step: string; state: string }[] }>(
      cloud,
      'GET',
      `/v1/patients/${id}/plan`,
    )
    expect(items.find(({ step }) => step === 'R1')?.state).toBe('delivered')
  })

  it('say why nothing arrives when somebody asks for the next text while Twilio is down', async () => {
    const cloud = await startService()
    await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: 'phones' })
    await onPhone(page, 'Ann', 'we will text visit reminders')
    await page.getByLabel('Twilio is down').click()
    await expect.poll(async () => (await stateOf(cloud.url)).faults).toEqual(['twilio-down'])

    await nextText(page)

    await page.getByRole('alert').getByText('Twilio is down, so no text can arrive').waitFor()
    expect((await stateOf(cloud.url)).local).toMatch(/^2026-11-24/)
  })

  it('watch the days go by while somebody plays', async () => {
    const cloud = await startService()
    await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: 'phones' })
    await onPhone(page, 'Ann', 'we will text visit reminders')

    await page.getByRole('button', { name: 'Play' }).click()
    await expect.poll(async () => (await stateOf(cloud.url)).local, { timeout: 20_000 }).toMatch(/T1[3-9]/)

    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('button', { name: 'Play' }).waitFor()
  })
})

async function stateOf(url: string): Promise<{ faults: string[]; local: string }> {
  const response = await fetch(`${url}/local/state`)
  return (await response.json()) as { faults: string[]; local: string }
}
