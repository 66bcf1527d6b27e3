import type { Services } from '../../lib/care/services.ts'
import type { Clinic } from '../../lib/patient/clinic.ts'
import { after, DAY, type Instant } from '../../lib/time/instant.ts'
import { clockTime, localDate } from '../../lib/time/local-date.ts'
import { startOfDay } from '../../lib/time/texting-hours.ts'
import { zoneId } from '../../lib/time/zone.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import type { Fault } from './faults.ts'
import { Life } from './life.ts'
import { Luck } from './luck.ts'
import { drawPerson } from './person.ts'
import type { CrashPoint } from './processes.ts'
import { type Chance, chance } from './random.ts'
import type { Story } from './story.ts'
import { Timeline } from './timeline.ts'
import { World } from './world.ts'

export interface Experiment {
  readonly seed: string
  readonly courses: number
  readonly faults: readonly Fault[]
  readonly crash?: CrashPoint
  /** Breaks the product, to see whether the oracle notices. */
  readonly break?: (services: Services) => Services
  readonly withoutSweep?: boolean
}

/** From the first enrolment until well after the last text of a course that was moved about. */
const LASTS = 250 * DAY
/** At the end nothing new goes wrong for a while: everything must settle. */
const SETTLES = 3 * DAY

/** Days on which courses begin: each meets a change of clocks somewhere. */
const FIRST_DAYS = ['2026-08-20', '2026-09-20', '2027-01-10', '2027-02-25'] as const
const ZONES = [
  'Australia/Sydney',
  'Australia/Sydney',
  'Europe/London',
  'America/New_York',
  'Pacific/Auckland',
] as const

/** Lives through one clinic's patients from their enrolment to their last texts. The same experiment ends the same. */
export async function simulateWorld(experiment: Experiment): Promise<Story> {
  const lot = chance(experiment.seed)
  const clinic = clinicOf(lot.for('clinic'), experiment.faults)
  const start = startOfDay(clinic.zone, localDate(lot.for('start').pick(FIRST_DAYS)))
  const calmFrom = after(start, LASTS)
  const timeline = new Timeline(start)
  const luck = new Luck(experiment.faults, lot, start, calmFrom)
  const alarmLimit = luck.has('quota') ? Math.ceil(experiment.courses / 2) : 300
  const world = new World({ ...experiment, clinic, timeline, luck, chance: lot, alarmLimit })
  await world.store.storage.clinics.saveClinic(clinic)
  const lives = peopleOf(world, experiment.courses, lot, start)
  await timeline.run(calmFrom)
  luck.calm(calmFrom)
  await timeline.run(after(calmFrom, SETTLES))
  return storyOf(experiment, world, lives)
}

function clinicOf(lot: Chance, faults: readonly Fault[]): Clinic {
  return {
    ...HARBOUR,
    zone: zoneId(faults.includes('zones') ? lot.pick(ZONES) : 'Australia/Sydney'),
    textingHours: { start: clockTime('08:00'), end: clockTime('20:00') },
    spreadMinutes: 15,
    keywordAnswers: lot.pick(['twilio', 'service']),
    protocolSettings: { ...HARBOUR.protocolSettings, baselinePain: true, secondReminder: 'two-working-days' },
  }
}

function peopleOf(world: World, courses: number, lot: Chance, start: Instant): readonly Life[] {
  const lives = Array.from({ length: courses }, (_, number) => {
    const own = lot.for(`patient ${number}`)
    const person = drawPerson(
      number,
      world.clinic,
      start,
      (fault) => world.luck.has(fault),
      own.for('person'),
    )
    return new Life(world, person, own)
  })
  const lifeOf = (id: string) => lives.find((life) => life.id === id)
  world.onArrival = ({ patientId, textId }) => lifeOf(patientId)?.hears(textId)
  world.onClaim = ({ id }) => lifeOf(id)?.beingSent()
  for (const life of lives) life.begin()
  return lives
}

function storyOf({ seed }: Experiment, world: World, lives: readonly Life[]): Story {
  const ids = (of: (life: Life) => boolean) =>
    new Set(lives.flatMap((life) => (life.id && of(life) ? [life.id] : [])))
  return {
    seed,
    clinic: world.clinic,
    luck: world.luck,
    messages: world.twilio.messages,
    troubled: world.twilio.troubled,
    keywords: world.keywords,
    facts: world.facts,
    patients: [...world.store.patients.values()]
      .map(({ patient }) => patient)
      .filter(({ courses }) => courses.length > 0),
    paused: ids(({ paused }) => paused.ever),
    fewer: ids(({ fewer }) => fewer.ever),
    effects: world.processes.effects,
    ended: world.timeline.now(),
  }
}
