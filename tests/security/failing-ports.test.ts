import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { powertoolsLog } from '../../lib/adapters/powertools/log.ts'
import { powertoolsMetrics } from '../../lib/adapters/powertools/metrics.ts'
import { callbackNews } from '../../lib/adapters/twilio/status-callback.ts'
import type { Services } from '../../lib/care/services.ts'
import { keepWrittenLines } from '../journeys/written-lines.ts'
import { worldWithZara } from './calls.ts'
import { INDISCREET_ERRORS, SECRETS } from './indiscreet-errors.ts'
import { SCENES, type Scene, ZARA_IN_NEED } from './scenes.ts'
import { shownOf, ZARA } from './zara.ts'

/** The ways to where the fault is: all ports but the clock and what is written with. */
const OUTSIDE = ({ clock: _, identities: __, log: ___, metrics: ____, ...ports }: Services): object => ports

interface Fault {
  readonly call: string
  readonly error: () => unknown
}

/** The services with one method that throws; every call is noted. */
function faulty(services: Services, calls: Set<string>, fault?: Fault): Services {
  const ports = Object.entries(OUTSIDE(services)).map(([name, port]) => [
    name,
    new Proxy(port, {
      get(target, method: string) {
        const value = Reflect.get(target, method)
        if (typeof value !== 'function' || method === 'callbackNews' || method === 'answerCallback')
          return value
        return async (...parameters: unknown[]) => {
          calls.add(`${name}.${method}`)
          if (fault?.call === `${name}.${method}`) throw fault.error()
          return value.apply(target, parameters)
        }
      },
    }),
  ])
  return { ...services, ...Object.fromEntries(ports) }
}

/** Runs a scene to its end and gives all that came out of it: its answer or error, and what it asked of others. */
async function play(scene: Scene, fault?: Fault) {
  const calls = new Set<string>()
  const published: string[] = []
  const publish = async (...words: string[]) => published.push(words.join(' ')) > 0
  const alerts = { emailClinic: publish, pageOperators: publish }
  const here = await worldWithZara({ alerts })
  const { patients, texting } = here.services
  await patients.write(
    ZARA_IN_NEED,
    { id: ZARA.id, reference: ZARA.reference, state: 'active', openEscalations: 1, openTasks: 1 },
    1,
  )
  const observed = { log: powertoolsLog({ stage: 'test' }), metrics: powertoolsMetrics({ stage: 'test' }) }
  const services = { ...here.services, ...observed, texting: { ...texting, callbackNews } }
  const outcome = await scene(faulty(services, calls, fault)).then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  )
  return { calls, published, ...outcome }
}

let written: string[]

beforeEach(() => {
  written = keepWrittenLines()
})

afterEach(() => {
  vi.restoreAllMocks()
})

describe('whatever fails while', () => {
  it.each(Object.entries(SCENES))('%s, nothing of her or of a secret gets out', async (_, scene) => {
    const { calls } = await play(scene)
    let failed = 0

    for (const call of calls)
      for (const [kind, error] of Object.entries(INDISCREET_ERRORS)) {
        written.length = 0
        const { published, ...outcome } = await play(scene, { call, error })
        // An answer other than an error's is hers to see.
        const isRefused = 'error' in outcome || Reflect.get(outcome.answer ?? {}, 'statusCode') >= 500
        const seen = isRefused ? inspect(outcome, { depth: 12, showHidden: true }) : ''
        expect([call, kind, shownOf([...written, ...published, seen].join('\n'), SECRETS)]).toEqual([
          call,
          kind,
          [],
        ])
        failed += isRefused || written.length > 0 ? 1 : 0
      }

    if (calls.size > 0) expect(failed).toBeGreaterThan(0)
  })

  it('fails in each of the ports', async () => {
    const met = new Set<string>()
    for (const scene of Object.values(SCENES))
      for (const call of (await play(scene)).calls) met.add(call.split('.')[0] ?? '')

    expect([...met].sort()).toEqual(expect.arrayContaining(['alarms', 'alerts', 'breakers', 'clinics']))
    expect([...met].sort()).toEqual(
      expect.arrayContaining(['evidence', 'patients', 'phones', 'readiness', 'signatures', 'texting']),
    )
  })
})
