import chromium from '@sparticuz/chromium'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Changed } from '../../console/api/shapes.ts'
import { type Cloud, type CloudOptions, startCloud } from '../../local/cloud.ts'
import { pageApi } from '../../local/page-api.ts'
import { noMetrics, quietLog } from '../../local/quiet-log.ts'
import { letTimePass } from '../../local/running-clock.ts'

const START = Date.parse('2026-11-23T10:00:00+11:00') // a Monday in Sydney

export interface ServiceOptions extends Partial<CloudOptions> {
  /** Without clock and phones, which only a service on this machine has. */
  readonly inAws?: true
  /** The clock moves only when the test moves it, so that minutes can be told to the minute. */
  readonly still?: true
}

export interface Opened {
  readonly page: Page
  /** Everything the browser complained about, refused addresses and scripts included. */
  readonly complaints: readonly string[]
  readonly hosts: ReadonlySet<string>
}

export interface Window {
  readonly width?: number
  /** Behind the `#`. */
  readonly at?: string
}

/** A browser for one file of tests; every test gets its own service and pages, which end with it. */
export function useBrowser() {
  let browser: Browser
  const endings: (() => unknown)[] = []

  beforeAll(async () => {
    // With one process, closing a page would end the browser.
    const args = chromium.args.filter((arg) => arg !== '--single-process')
    browser = await playwright.launch({ executablePath: await chromium.executablePath(), args })
  }, 120_000)

  afterEach(async () => {
    for (const end of endings.splice(0).reverse()) await end()
  })

  afterAll(() => browser?.close())

  async function startService({ inAws, still, ...options }: ServiceOptions = {}): Promise<Cloud> {
    const cloud = await startCloud({
      startAt: START,
      observe: { log: quietLog, metrics: noMetrics },
      ...options,
    })
    endings.push(cloud.close)
    if (!inAws) cloud.mount(pageApi(cloud))
    if (still) return cloud
    const stop = letTimePass(cloud)
    // The second that is passing just then passes to its end first.
    endings.push(() => {
      stop()
      return cloud.runWork()
    })
    return cloud
  }

  async function openConsole({ url }: Cloud, { width = 1280, at = '' }: Window = {}): Promise<Opened> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      locale: 'en-AU',
      timezoneId: 'Europe/London',
    })
    endings.push(() => context.close())
    const page = await context.newPage()
    const complaints: string[] = []
    const hosts = new Set<string>()
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => hosts.add(new URL(request.url()).host))
    await page.goto(`${url}/#/${at}`)
    return { page, complaints, hosts }
  }

  return { startService, openConsole }
}

/** A call of the clinic API as its own software makes it. */
export async function callApi<T>(
  { url, key }: Cloud,
  method: string,
  path: string,
  body?: object,
): Promise<T> {
  const response = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

export const ANN = {
  reference: 'ann-001',
  mobile: '0491 570 006',
  givenName: 'Ann',
  injections: [{ at: '2026-12-01T10:00' }, { at: '2027-01-12T10:00' }, { at: '2027-02-23T10:00' }],
  consent: { given: '2026-11-23', method: 'written' },
}

/** Ann, enrolled by API. @returns her id */
export async function enrolAnn(cloud: Cloud, changes: object = {}): Promise<string> {
  const { patient } = await callApi<Changed>(cloud, 'POST', '/v1/patients', { ...ANN, ...changes })
  return patient.id
}

/** As anybody does where the key is not known to everyone. */
export async function signIn(page: Page, key: string, name = 'Robin'): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('API key').fill(key)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
