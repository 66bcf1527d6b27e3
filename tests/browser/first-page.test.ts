import chromium from '@sparticuz/chromium'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Cloud, startCloud } from '../../local/cloud.ts'
import { pageApi } from '../../local/page-api.ts'
import { pageFiles } from '../../local/page-files.ts'
import { noMetrics, quietLog } from '../../local/quiet-log.ts'
import { letTimePass } from '../../local/running-clock.ts'
import { buildPage } from './built-page.ts'

const START = Date.parse('2026-11-23T10:00:00+11:00') // a Monday in Sydney
let browser: Browser
const endings: (() => unknown)[] = []

beforeAll(async () => {
  await buildPage()
  // With one process, closing a page would end the browser.
  const args = chromium.args.filter((arg) => arg !== '--single-process')
  browser = await playwright.launch({ executablePath: await chromium.executablePath(), args })
}, 120_000)

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

afterAll(() => browser?.close())

async function startService(): Promise<Cloud> {
  const cloud = await startCloud({ startAt: START, observe: { log: quietLog, metrics: noMetrics } })
  endings.push(cloud.close)
  cloud.mount(pageApi(cloud))
  cloud.mount(pageFiles())
  endings.push(letTimePass(cloud))
  return cloud
}

interface Opened {
  readonly page: Page
  /** Everything the browser complained about, refused addresses and scripts included. */
  readonly complaints: string[]
  readonly hosts: Set<string>
}

async function openPage({ url }: Cloud, width = 1280): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'en-AU' })
  endings.push(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  const hosts = new Set<string>()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  await page.goto(url)
  return { page, complaints, hosts }
}

const enrol = (page: Page) => page.getByRole('button', { name: 'Enrol', exact: true }).click()
const phone = (page: Page) => page.getByRole('log')
const onPhone = (page: Page, words: string) => phone(page).getByText(words).first().waitFor()
const nextText = (page: Page) => page.getByRole('button', { name: 'Next text' }).click()

async function moveSecond(page: Page, date: string, time: string): Promise<void> {
  await page.getByRole('button', { name: 'Move injection 2' }).click()
  const form = page.getByRole('form', { name: 'Move injection 2' })
  await form.getByLabel('Date').fill(date)
  await form.getByLabel('Time').fill(time)
  await form.getByRole('button', { name: 'Move' }).click()
}

describe('the first page', () => {
  it('carries a newcomer from enrolment to a moved injection', async () => {
    const cloud = await startService()
    const { page, complaints, hosts } = await openPage(cloud)

    await enrol(page)
    await onPhone(page, 'we will text visit reminders and care tips')
    await nextText(page)
    await onPhone(page, 'your visit is Tue 1 Dec at 10:00am')
    await page.getByLabel('Reply as Ann').fill('C')
    await page.getByLabel('Reply as Ann').press('Enter')
    await onPhone(page, 'thanks, you are confirmed for Tue 1 Dec at 10:00am')
    await moveSecond(page, '2027-01-14', '15:00')
    await page.getByText('Thu 14 Jan').first().waitFor()
    await nextText(page)
    await onPhone(page, 'your visit is now Thu 14 Jan at 3:00pm')

    expect(complaints).toEqual([])
    expect([...hosts]).toEqual([new URL(cloud.url).host])
  })

  it('answers a quick reply and shows it on the phone', async () => {
    const { page } = await openPage(await startService())
    await enrol(page)
    await onPhone(page, 'we will text visit reminders')

    await page.getByRole('button', { name: 'STOP', exact: true }).click()

    await onPhone(page, 'You have successfully been unsubscribed')
    await page.getByText('stopped', { exact: true }).waitFor()
  })

  it('shows a patient who was enrolled by the API elsewhere', async () => {
    const cloud = await startService()
    const { page } = await openPage(cloud)
    await page.getByRole('heading', { name: 'Enrol the first patient' }).waitFor()
    const curl = await page.locator('pre').innerText()

    await fetch(`${cloud.url}/v1/patients`, {
      method: 'POST',
      headers: { authorization: `Bearer ${cloud.key}`, 'content-type': 'application/json' },
      body: /-d '(.*)'/.exec(curl)?.[1] ?? '',
    })

    await onPhone(page, 'we will text visit reminders')
    await page.getByRole('heading', { name: 'Calendar' }).waitFor()
  })

  it('says in words why an injection cannot move', async () => {
    const { page } = await openPage(await startService())
    await enrol(page)

    await moveSecond(page, '2026-10-01', '10:00')

    const words = await page.getByRole('alert').innerText()
    expect(words).toContain('2026-10-01T10:00')
  })

  it('unfolds the words of a text in the calendar', async () => {
    const { page } = await openPage(await startService())
    await enrol(page)
    const calendar = page.getByRole('region', { name: 'Calendar' })

    await calendar.getByText('Completion').click()

    await calendar.getByText('this is our last text').waitFor()
  })

  it('fits a phone 320 pixels wide', async () => {
    const { page } = await openPage(await startService(), 320)
    await enrol(page)
    await onPhone(page, 'we will text visit reminders')

    const width = await page.evaluate('document.documentElement.scrollWidth')

    expect(width).toBe(320)
  })
})
