import type { IncomingMessage, ServerResponse } from 'node:http'
import { isPhoneNumber } from '../lib/patient/identifiers.ts'
import { after, DAY, type Instant, instant, SECOND } from '../lib/time/instant.ts'
import { isLocalDateTime } from '../lib/time/local-date.ts'
import { instantOf } from '../lib/time/zone.ts'
import type { Cloud } from './cloud.ts'
import { type FaultSwitches, faultSwitches } from './fault-switches.ts'
import { type Aside, bodyOf } from './gateway.ts'
import { advanceToNextText, whyCutOff } from './next-text.ts'
import { pageState } from './page-state.ts'
import { FAULTS } from './page-view.ts'

const BODY_LIMIT = 64 * 1024
/** Longer jumps are surely a slip, and take long. */
const LONGEST_JUMP = 400 * DAY
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/** The asker's fault, in words. */
class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** The clock, the phones and the faults, for the page; nothing under `/local/` exists in AWS. */
export function pageApi(cloud: Cloud): Aside {
  const faults = faultSwitches(cloud)
  return async (request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    if (!path.startsWith('/local/')) return false
    try {
      await perform({ cloud, faults }, request, path)
      say(response, 200, await pageState(cloud, faults.on()))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      say(response, error.status, { message: error.message })
    }
    return true
  }
}

interface Here {
  readonly cloud: Cloud
  readonly faults: FaultSwitches
}

async function perform({ cloud, faults }: Here, request: IncomingMessage, path: string): Promise<void> {
  const phone = /^\/local\/phones\/([^/]+)\/messages$/.exec(path)?.[1]
  const asked = `${request.method} ${path}`
  if (asked === 'GET /local/state') return
  if (asked === 'POST /local/clock') await moveClock({ cloud, faults }, await fieldsOf(request))
  else if (asked === 'POST /local/faults') setFaults(faults, await fieldsOf(request))
  else if (phone !== undefined && request.method === 'POST')
    await writeFrom(cloud, decodeURIComponent(phone), await fieldsOf(request))
  else
    throw new Refusal(
      404,
      `${asked}: expected GET /local/state, POST /local/clock, /local/faults or /local/phones/{mobile}/messages`,
    )
  cloud.save()
}

type Fields = Readonly<Record<string, unknown>>

async function moveClock(here: Here, { to, advanceSeconds, next, ...others }: Fields): Promise<void> {
  const { cloud } = here
  const given = [to, advanceSeconds, next].filter((value) => value !== undefined)
  if (given.length !== 1 || Object.keys(others).length > 0)
    throw new Refusal(422, 'expected exactly one of "to", "advanceSeconds" and "next"')
  if (next !== undefined) {
    if (next !== true) throw new Refusal(422, `next ${JSON.stringify(next)}: expected true`)
    return moveToNextText(here)
  }
  const target = to === undefined ? after(cloud.now(), millisecondsOf(advanceSeconds)) : momentOf(cloud, to)
  if (target < cloud.now()) throw new Refusal(422, `to ${JSON.stringify(to)}: the clock only moves forward`)
  if (target > cloud.now() + LONGEST_JUMP)
    throw new Refusal(422, 'expected a jump of at most 400 days; repeat it to go further')
  await cloud.advanceTo(target)
}

async function moveToNextText({ cloud, faults }: Here): Promise<void> {
  const why = await advanceToNextText(cloud, await whyCutOff(cloud, faults.on()))
  if (why !== undefined) throw new Refusal(409, why)
}

function millisecondsOf(seconds: unknown): number {
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 0)
    throw new Refusal(422, `advanceSeconds ${JSON.stringify(seconds)}: expected a whole number from 0`)
  return seconds * SECOND
}

/** An instant, or a wall-clock time at the clinic. */
function momentOf({ clinic }: Cloud, to: unknown): Instant {
  if (typeof to === 'string' && isLocalDateTime(to)) return instantOf(clinic.zone, to)
  const ms = typeof to === 'string' && ISO_INSTANT.test(to) ? Date.parse(to) : Number.NaN
  if (Number.isNaN(ms))
    throw new Refusal(
      422,
      `to ${JSON.stringify(to)}: expected 2026-12-01T10:00 (clinic time) or ...T10:00:00Z`,
    )
  return instant(ms)
}

/** Those named are set as asked, `{"twilio-down": true}`; the others stay. */
function setFaults(faults: FaultSwitches, fields: Fields): void {
  for (const [name, isOn] of Object.entries(fields)) {
    const fault = FAULTS.find((one) => one === name)
    if (fault === undefined || typeof isOn !== 'boolean')
      throw new Refusal(422, `expected true or false for any of ${FAULTS.join(', ')}`)
    faults.set(fault, isOn)
  }
}

async function writeFrom({ twilio, clinic }: Cloud, mobile: string, fields: Fields): Promise<void> {
  const { text } = fields
  if (!isPhoneNumber(mobile))
    throw new Refusal(422, `mobile "${mobile}": expected E.164 like +61491570006, in a URL %2B61491570006`)
  if (typeof text !== 'string' || text.trim() === '' || text.length > 1600)
    throw new Refusal(422, 'text: expected 1 to 1600 characters')
  await twilio.receive(mobile, clinic.sender, text)
}

/** Other sites cannot send this content type without asking first, and nobody answers them. */
async function fieldsOf(request: IncomingMessage): Promise<Fields> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    throw new Refusal(415, 'expected content-type application/json')
  const body = await bodyOf(request, BODY_LIMIT)
  if (body === undefined) throw new Refusal(413, 'expected a body of at most 64 KB')
  const value = parsed(body.toString('utf8'))
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(400, 'expected a JSON object')
  return Object.fromEntries(Object.entries(value))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'expected JSON')
  }
}

function say(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}
