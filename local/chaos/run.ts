import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Patient } from '../../lib/patient/patient.ts'
import { after, ceilMinute, HOUR, MINUTE, SECOND } from '../../lib/time/instant.ts'
import { localDateTime } from '../../lib/time/local-date.ts'
import { instantOf } from '../../lib/time/zone.ts'
import { chance } from '../../tests/simulation/random.ts'
import { copiesOf, enrolMany, readAgain } from './enrolled.ts'
import { CLINIC } from './place.ts'
import { MESSAGES, type Verdict, verdictOf } from './verdict.ts'
import { startWorld, type World } from './world.ts'

export interface Setting {
  readonly texts: number
  /** Texts being sent at one time. */
  readonly concurrency: number
  readonly seed: number
  /** Real milliseconds for which the store is measured alone, before the texts and again after; 0 for not at all. */
  readonly storeAloneMs: number
}

/** What goes wrong in a run. */
export interface Chaos {
  readonly name: string
  /** How often all sending processes are killed. */
  readonly kills: number
  /** Share of the sends that Twilio takes without an answer. */
  readonly cut: number
  /** Share of the sends that Twilio refuses, as many with 429 as with 503. */
  readonly refused: number
}

export interface Ran extends Verdict {
  /** Sustained in the burst. */
  readonly textsASecond: number
  readonly storeCallsAText: number
  /** Of the store alone, by the same processes. */
  readonly storeCallsASecond: number
}

/** Enrolled before texting hours, everybody's welcome is due the moment they begin. */
const ENROLLED_AT = instantOf(CLINIC.zone, localDateTime('2026-12-01T07:30'))
const DUE_AT = instantOf(CLINIC.zone, localDateTime('2026-12-01T08:00'))
/** Virtual time after which what is still open counts as unsettled. */
const PATIENCE = HOUR

/** One run: so many texts due at one moment, with chaos, and what came of them an hour later at most. */
export async function run(setting: Setting, chaos: Chaos): Promise<Ran> {
  const world = await startWorld(ENROLLED_AT, setting.concurrency)
  try {
    // The day's pass over all patients comes with the first sweep, and so while there are none.
    await world.passTo(after(ENROLLED_AT, 2 * MINUTE))
    const patients = await enrolMany(world.services, setting.texts)
    await world.twilio.ask('faults', faultsFor(setting, chaos))
    const alone = await storeMeter(world, setting, patients)
    await alone.measure()
    const burst = await burstOf(world, setting.texts, chaos.kills)
    await alone.measure()
    await settle(world)
    const messages = await world.twilio.ask('messages', undefined, MESSAGES)
    const verdict = verdictOf(messages, await readAgain(world.services, patients), DUE_AT)
    return { ...verdict, ...burst, storeCallsASecond: alone.callsASecond() }
  } finally {
    await world.close()
  }
}

/** One for each first send, in an order drawn by lot. */
function faultsFor({ texts, seed }: Setting, { name, cut, refused }: Chaos): readonly unknown[] {
  const draw = chance(`${seed} ${name}`)
  const faults: unknown[] = Array.from({ length: texts }, () => 'none')
  const places = faults.map((_, place) => ({ place, lot: draw.fraction() }))
  const drawn = places.toSorted((one, other) => one.lot - other.lot).map(({ place }) => place)
  const cuts = Math.round(cut * texts)
  for (const place of drawn.slice(0, cuts)) faults[place] = 'reset-after-accept'
  for (const [index, place] of drawn.slice(cuts, cuts + Math.round(refused * texts)).entries())
    faults[place] = index % 2 === 0 ? '429' : { status: 503, code: 20503 }
  return faults
}

async function burstOf(world: World, texts: number, kills: number) {
  const { dynamodb, senders } = world
  const callsBefore = await requestsOf(dynamodb)
  const killing = killAlong(world, kills, texts)
  await world.passTo(DUE_AT)
  await killing
  const finished = senders.finished()
  return {
    textsASecond: sustained(finished),
    storeCallsAText: ((await requestsOf(dynamodb)) - callsBefore) / finished.length,
  }
}

/** Without the first tenth, while the processes warm up, and the last, while they run out of work. */
function sustained(finished: readonly number[]): number {
  const first = Math.floor(finished.length / 10)
  const last = finished.length - 1 - first
  return (last - first) / (((finished[last] ?? 0) - (finished[first] ?? 0)) / SECOND)
}

/** Kills every sending process at once, evenly along the burst, with whatever each has in hand. */
async function killAlong({ senders }: World, kills: number, texts: number): Promise<void> {
  for (let kill = 1; kill <= kills; kill += 1) {
    while (senders.finished().length < (kill * texts) / (kills + 1)) await sleep(2)
    await senders.ready()
    const struck = senders.children()
    for (const child of struck) child.kill()
    await Promise.all(struck.map(({ ended }) => ended))
  }
}

/** Lets minute after minute pass until nobody has anything to wait for within hours. */
async function settle({ clock, services, passTo }: World): Promise<void> {
  const isOpen = async () => (await services.patients.overdue(after(clock.now(), 2 * HOUR), 1)).length > 0
  while (clock.now() < after(DUE_AT, PATIENCE) && (await isOpen()))
    await passTo(ceilMinute(after(clock.now(), 1)))
}

const requestsOf = (dynamodb: World['dynamodb']): Promise<number> =>
  dynamodb.ask('requests', undefined, z.number())

/** Measures what the store alone gives the same processes, at the same concurrency. */
async function storeMeter(
  { services, dynamodb, senders }: World,
  { texts, concurrency, storeAloneMs: milliseconds }: Setting,
  [patient]: readonly Patient[],
) {
  const isWanted = milliseconds > 0 && patient !== undefined
  const copies = isWanted ? await copiesOf(services, patient, texts) : []
  const slots = Array.from({ length: concurrency }, (_, slot) =>
    copies.filter((_, number) => number % concurrency === slot),
  )
  const rates: number[] = []
  return {
    async measure(): Promise<void> {
      if (!isWanted) return
      await senders.ready()
      const processes = senders.children()
      const [before, began] = [await requestsOf(dynamodb), performance.now()]
      await Promise.all(
        processes.map((process, index) =>
          process.ask('storeAlone', {
            milliseconds,
            patients: slots.filter((_, slot) => slot % processes.length === index),
          }),
        ),
      )
      rates.push(((await requestsOf(dynamodb)) - before) / ((performance.now() - began) / SECOND))
    },
    callsASecond: () => rates.reduce((sum, rate) => sum + rate, 0) / Math.max(1, rates.length),
  }
}
