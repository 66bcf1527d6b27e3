import { SECOND } from '../../../lib/time/instant.ts'
import { type Due, hasGone } from './herd-figures.ts'
import type { HerdWorld } from './herd-world.ts'
import { PUBLISHED } from './limits.ts'

export interface LimitsUsed {
  /** Texts that went through the sweep and not through an alarm. */
  readonly swept: number
  /** Seconds. */
  readonly longestSweep: number
  /** What was turned away. It comes again by itself but for callbacks: for those Twilio is asked a day later. */
  readonly turnedAway: Readonly<Record<string, number>>
  /** Percent of each limit used: the number's own until the last text went, the others' until Twilio had the last. */
  readonly used: Readonly<Record<string, number>>
  /** The limit that decides when the last text goes, if any does. */
  readonly binds: string
  /** What the dashboard counted of the kind that should be 0. */
  readonly counted: Readonly<Record<string, number>>
}

const TROUBLE = [
  'AlarmFailures',
  'Duplicate',
  'Refusals',
  'Skipped',
  'SweepFailures',
  'SweepRescued',
  'Unknown',
]

const SENDER = 'sending number'
/** Percent. A number that hardly pauses is what the rest waits for; a limit used less than half holds nobody up. */
const ALWAYS_BUSY = 95
const HALF = 50
const NOTHING = 'nothing: an alarm fires some time within its minute'

/** Which of the published limits a herd came up against. */
export function limitsUsed(world: HerdWorld, dues: readonly Due[]): LimitsUsed {
  const { texts, sender, alarms, table, swept, callbacks } = world
  const used = sharesOf(world, dues)
  const [[busiest, share] = [NOTHING, 0]] = Object.entries(used).sort(([, one], [, other]) => other - one)
  return {
    swept: swept.texts,
    longestSweep: swept.longest / SECOND,
    turnedAway: {
      starts: texts.throttled,
      events: texts.dropped,
      'alarms for want of room': alarms.full,
      'calls about alarms': alarms.calls.refused,
      'index writes': table.lookWrites.refused + table.clinicWrites.refused,
      sends: sender.refused,
      callbacks: callbacks.refused,
    },
    used,
    counted: Object.fromEntries(
      [...world.counted].filter(([name]) => TROUBLE.includes(name.split(' ')[0] ?? '')),
    ),
    binds: (used[SENDER] ?? 0) >= ALWAYS_BUSY ? SENDER : share >= HALF ? busiest : NOTHING,
  }
}

function sharesOf(world: HerdWorld, dues: readonly Due[]): Readonly<Record<string, number>> {
  const { parts, sender, samples } = world
  const first = Math.min(...dues.map(({ at }) => at))
  const herd = new Set<string>(dues.map(({ patient, text }) => `${patient} ${text}`))
  const taken = sender.taken.filter(({ patientId, textId }) => herd.has(`${patientId} ${textId}`))
  const sent = taken.filter(hasGone)
  const lastTaken = Math.max(first + 1, ...taken.map(({ takenAt }) => takenAt))
  const lastSent = Math.max(first + 1, ...sent.map(({ wentAt }) => wentAt))
  const at = samples.find((sample) => sample.at >= lastTaken) ?? world.sample()
  const seconds = (lastTaken - first) / SECOND
  const percent = (share: number) => Math.min(100, Math.round(100 * share))
  return {
    [SENDER]: percent(sent.length / parts.segmentsPerSecond / ((lastSent - first) / SECOND)),
    'function at once': percent(at.functionBusy / SECOND / (parts.atOnce * seconds)),
    sweep: percent(at.sweepBusy / SECOND / seconds),
    'calls about alarms': percent(at.alarmCalls / (PUBLISHED[parts.alarms].callsPerSecond * seconds)),
    'index of looks': percent(at.lookWrites / (PUBLISHED.partitionWritesPerSecond * seconds)),
    'index of a clinic': percent(at.clinicWrites / (PUBLISHED.partitionWritesPerSecond * seconds)),
  }
}
