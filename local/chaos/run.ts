import { setTimeout as sleep } from 'node:timers/promises'
import { after, ceilMinute, HOUR, MINUTE, SECOND } from '../../lib/time/instant.ts'
import { localDateTime } from '../../lib/time/local-date.ts'
import { instantOf } from '../../lib/time/zone.ts'
import { chance } from '../../tests/simulation/random.ts'
import { enrolMany, readAgain } from './enrolled.ts'
import { CLINIC, FARTHER_EAST, GATEWAY_MS } from './place.ts'
import { requestsOf, storeMeter } from './store-meter.ts'
import { MESSAGES, type Verdict, verdictOf } from './verdict.ts'
import { startWorld, type World } from './world.ts'

export interface Setting {
  readonly texts: number
  /** Texts being sent at one time. */
  readonly concurrency: number
  readonly seed: number
  /** Texts that go without chaos before, so that the processes have warmed up as they have for the store alone. */
  readonly warmUpTexts: number
  /** Real milliseconds for which the store is measured alone, twice before the texts and twice after; 0 for not at all. */
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
  /** Of the store alone, asked by the same processes as fast as it answers. */
  readonly storeCallsASecond: number
  /** The same, where each of them waits as long in the middle of a text's calls as Twilio takes to answer. */
  readonly pacedStoreCallsASecond: number
}

/** Enrolled before texting hours, everybody's welcome is due the moment they begin where she is. */
const ENROLLED_AT = instantOf(FARTHER_EAST, localDateTime('2026-12-01T07:30'))
const WARM_UP_AT = instantOf(FARTHER_EAST, localDateTime('2026-12-01T08:00'))
const DUE_AT = instantOf(CLINIC.zone, localDateTime('2026-12-01T08:00'))
/** Virtual time after which what is still open counts as unsettled. */
const PATIENCE = HOUR

/** One run: so many texts due at one moment, with chaos, and what came of them an hour later at most. */
export async function run(setting: Setting, chaos: Chaos): Promise<Ran> {
  const world = await startWorld(ENROLLED_AT, setting.concurrency)
  try {
    // The day's pass over all patients comes with the first sweep, and so while there are none.
    await world.passTo(after(ENROLLED_AT, 2 * MINUTE))
    const others = await enrolMany(world.services, setting.warmUpTexts, {
      first: setting.texts,
      zone: FARTHER_EAST,
    })
    const patients = await enrolMany(world.services, setting.texts)
    const measure = await storeMeter(world, setting, patients)
    await world.passTo(WARM_UP_AT)
    await world.twilio.ask('faults', faultsFor(setting, chaos))
    const first = { flatOut: await measure(0), paced: await measure(GATEWAY_MS) }
    const burst = await burstOf(world, setting.texts, chaos.kills)
    const last = { flatOut: await measure(0), paced: await measure(GATEWAY_MS) }
    await settle(world)
    const messages = await world.twilio.ask('messages', undefined, MESSAGES)
    const verdict = verdictOf(messages, await readAgain(world.services, [...others, ...patients]), DUE_AT)
    return {
      ...verdict,
      ...burst,
      storeCallsASecond: (first.flatOut + last.flatOut) / 2,
      pacedStoreCallsASecond: (first.paced + last.paced) / 2,
    }
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
  const warmedUp = senders.finished().length
  const killing = killAlong(world, kills, texts)
  await world.passTo(DUE_AT)
  await killing
  const finished = senders.finished().slice(warmedUp)
  return {
    textsASecond: sustained(finished),
    storeCallsAText: ((await requestsOf(dynamodb)) - callsBefore) / finished.length,
  }
}

/** Without the first tenth, in which the burst begins, and the last, while the processes run out of work. */
function sustained(finished: readonly number[]): number {
  const first = Math.floor(finished.length / 10)
  const last = finished.length - 1 - first
  return (last - first) / (((finished[last] ?? 0) - (finished[first] ?? 0)) / SECOND)
}

/** Kills every sending process at once, evenly along the burst, with whatever each has in hand. */
async function killAlong({ senders }: World, kills: number, texts: number): Promise<void> {
  const before = senders.finished().length
  for (let kill = 1; kill <= kills; kill += 1) {
    while (senders.finished().length - before < (kill * texts) / (kills + 1)) await sleep(2)
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
