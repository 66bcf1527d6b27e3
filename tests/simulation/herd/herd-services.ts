import type { Services } from '../../../lib/care/services.ts'
import { attemptId, patientId } from '../../../lib/patient/identifiers.ts'
import { after, HOUR, type Instant } from '../../../lib/time/instant.ts'
import { type LocalDate, localDate } from '../../../lib/time/local-date.ts'
import { isoOf } from '../../../lib/time/zone.ts'
import { memoryStore } from '../../memory/store.ts'
import type { HerdWorld } from './herd-world.ts'

/** The product's services in a world of limits: what can bind is the world's, the rest answers at once. */
export function servicesOf(world: HerdWorld, fraction: () => number): Services {
  let attempts = 0
  const count = (name: string, value: number, kind?: string) => {
    const key = kind === undefined ? name : `${name} ${kind}`
    world.counted.set(key, (world.counted.get(key) ?? 0) + value)
  }
  return {
    clock: { now: () => world.timeline.now(), sleep: (ms) => world.timeline.wait(ms) },
    identities: {
      patient: () => patientId('nobody'),
      attempt: () => attemptId(`a${++attempts}`),
      fraction,
    },
    ...memoryStore(),
    patients: world.table.port,
    // The pass of the day is behind us: its work follows the calendar, not the crowd.
    dailyMarks: {
      read: async () => ({ day: dayOf(world.timeline.now()), part: 'done', openEscalations: 0 }),
      write: async () => undefined,
    },
    alarms: world.alarms.port,
    texting: {
      send: (text) => world.sender.send(text),
      tell: async () => {
        world.staffTold.push(world.timeline.now())
        return { kind: 'accepted', sid: 'SMstaff' }
      },
      sentTo: async (mobile) => ({
        kind: 'complete',
        texts: world.sender
          .to(mobile)
          .map(({ sid, body, takenAt }) => ({ sid, body, createdAt: takenAt, news: { state: 'sent' } })),
      }),
      accountActive: async () => true,
      news: async (sid) => world.sender.newsOf(sid),
      deleteRecord: async () => 'gone',
      answerCallback: () => 'https://texts.example.org/webhooks/twilio/status',
      callbackNews: () => undefined,
    },
    signatures: { isGenuine: async () => true },
    alerts: { emailClinic: async () => true, pageOperators: async () => true },
    readiness: { missing: async () => [] },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    metrics: { add: count },
  }
}

const dayOf = (now: Instant): LocalDate => localDate(isoOf(after(now, -3 * HOUR)).slice(0, 10))
