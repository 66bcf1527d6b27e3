import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'
import { build } from 'vite'
import type { TodayView } from '../../../functions/http/today-view.ts'
import { spread } from './figures.ts'
import type { Row } from './row.ts'
import { busyDay, CLINIC, emptyDay } from './today-days.ts'

const ROOT = join(import.meta.dirname, '../../..')
const ROUNDS = 5
const PATIENTS = 500
/** Up to here an answer feels instant. */
const MOST_MS = 100

/** How long the longest task of the page keeps the browser while Today opens, with a full day and with an empty one. */
export async function todayPageRow(): Promise<Row> {
  // Of its own, so that nobody who serves the page meanwhile loses its files.
  const outDir = mkdtempSync(join(tmpdir(), 'sij-texts-page-'))
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error', build: { outDir } })
  const args = chromium.args.filter((arg) => arg !== '--single-process')
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args })
  const [full, empty]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    full.push(await longestTask(browser, outDir, busyDay(PATIENTS)))
    empty.push(await longestTask(browser, outDir, emptyDay()))
  }
  await browser.close()
  rmSync(outDir, { recursive: true })
  const ofFull = spread(`${PATIENTS} patients`, 'ms', full)
  return {
    name: 'today',
    measured: `longest task of the browser's main thread while the built page opens Today with ${PATIENTS} patients, and with none, ${ROUNDS} rounds in turn`,
    figures: [ofFull, spread('nobody', 'ms', empty)],
    limit: `at most ${MOST_MS} ms with ${PATIENTS} patients`,
    passes: ofFull.value <= MOST_MS,
  }
}

/** Milliseconds, from the browser's own trace. */
async function longestTask(browser: Browser, pages: string, today: TodayView): Promise<number> {
  const { url, close } = await serve(pages, today)
  const page = await browser.newPage()
  await page.goto(url)
  await page.getByLabel('Your name').fill('Kim')
  await page.getByLabel('API key').fill('key')
  await page.evaluate(`location.hash = '#/today'`)
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: /Stuck/ }).waitFor()
  // The frame that shows it.
  await page.evaluate('new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)))')
  const trace = (await browser.stopTracing()).toString()
  await page.close()
  close()
  return longestOf(trace)
}

/** Tasks of the thread that draws the page: the one that ran its scripts the longest. */
function longestOf(trace: string): number {
  const events: readonly TraceEvent[] = JSON.parse(trace).traceEvents
  const sum = (thread: string) =>
    events
      .filter((event) => event.name === 'FunctionCall' && threadOf(event) === thread)
      .reduce((total, { dur = 0 }) => total + dur, 0)
  const threads = [...new Set(events.filter(({ name }) => name === 'FunctionCall').map(threadOf))]
  const [main] = threads.toSorted((one, other) => sum(other) - sum(one))
  const tasks = events.filter((event) => event.name.endsWith('RunTask') && threadOf(event) === main)
  return Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly dur?: number
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** The built page, and the answers it asks for. */
async function serve(
  pages: string,
  today: TodayView,
): Promise<{ readonly url: string; readonly close: () => void }> {
  const answers = new Map<string, unknown>([
    ['/v1/clinic', CLINIC],
    ['/v1/today', today],
  ])
  const server = createServer(async ({ url = '/' }, response) => {
    const path = url.split('?')[0] ?? '/'
    const file = path === '/' ? 'index.html' : path.slice(1)
    const type = TYPES[extname(file)]
    if (type !== undefined)
      return response.setHeader('content-type', type).end(await readFile(join(pages, file)))
    const answer = answers.get(path)
    response.statusCode = answer === undefined ? 404 : 200
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(answer ?? {}))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/`,
    close: () => server.close().closeAllConnections(),
  }
}

/** @throws Error for a server that does not listen */
function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string')
    throw new Error('the server of the page does not listen')
  return address.port
}
