import { type PatientId, type TextId, textIdParts } from '../../../lib/patient/identifiers.ts'
import type { TextState } from '../../../lib/patient/ledger.ts'
import { type Instant, SECOND } from '../../../lib/time/instant.ts'
import { localAt } from '../../../lib/time/zone.ts'
import type { HerdWorld } from './herd-world.ts'
import type { Taken } from './sender.ts'

/** A text that the herd is about. */
export interface Due {
  readonly patient: PatientId
  readonly text: TextId
  readonly at: Instant
}

/** Seconds. */
export interface Lateness {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

export interface Outcome {
  readonly texts: number
  /** Neither sent nor ended in the ledger. */
  readonly lost: number
  readonly doubled: number
  readonly atNight: number
  /** Texts that were never sent, by what the ledger says of them. */
  readonly ended: Readonly<Record<string, number>>
  /** From due until Twilio took it. */
  readonly taken: Lateness
  /** From due until the number sent it. */
  readonly sent: Lateness
  /** The same, had the number begun with the first text due and never paused. */
  readonly ideal: Lateness
}

/** A text in one of these has been accounted for without having gone. */
const ENDS: readonly TextState[] = ['skipped', 'undelivered', 'failed']

/** What became of the texts of a herd. */
export function outcomeOf(world: HerdWorld, dues: readonly Due[], segmentsPerSecond: number): Outcome {
  const sent = world.sender.taken.filter(hasGone)
  const byText = Map.groupBy(sent, ({ patientId, textId }) => `${patientId} ${textId}`)
  const pairs = dues.map((due) => ({ due, text: byText.get(`${due.patient} ${due.text}`)?.[0] }))
  const gone = pairs.flatMap(({ due, text }) => (text === undefined ? [] : [{ due: due.at, ...text }]))
  const missing = pairs.filter(({ text }) => text === undefined).map(({ due }) => endOf(world, due))
  return {
    texts: dues.length,
    lost: missing.filter((end) => end === 'lost').length,
    doubled: [...byText.values()].filter((all) => all.length > 1).length,
    atNight: sent.filter(({ textId, wentAt }) => !mayGoAtNight(textId) && isNight(world, wentAt)).length,
    ended: countsOf(missing),
    taken: latenessOf(gone.map(({ due, takenAt }) => takenAt - due)),
    sent: latenessOf(gone.map(({ due, wentAt }) => wentAt - due)),
    ideal: latenessOf(idealWaits(dues, segmentsPerSecond)),
  }
}

export const hasGone = (text: Taken): text is Taken & { readonly wentAt: Instant } =>
  text.wentAt !== undefined

function endOf(world: HerdWorld, { patient, text }: Due): string {
  const entry = world.table.rows.get(patient)?.patient.ledger[text]
  if (entry === undefined || !ENDS.includes(entry.state)) return 'lost'
  return entry.reason === undefined ? entry.state : `${entry.state}: ${entry.reason}`
}

/** That nobody could be reached about what she wrote is told at any hour. */
const mayGoAtNight = (text: TextId): boolean => textIdParts(text).step === 'E1'

function isNight({ clinic }: HerdWorld, at: Instant): boolean {
  const { minute } = localAt(clinic.zone, at)
  return minute < clinic.textingHours.start || minute >= clinic.textingHours.end
}

/** Milliseconds each would wait if the number did nothing but send what is due, one after the other. */
export function idealWaits(dues: readonly Due[], segmentsPerSecond: number): readonly number[] {
  let free = 0
  return dues
    .map(({ at }) => at)
    .sort((one, other) => one - other)
    .map((at) => {
      const turn = Math.max(at, free)
      free = turn + SECOND / segmentsPerSecond
      return turn - at
    })
}

function latenessOf(milliseconds: readonly number[]): Lateness {
  const sorted = [...milliseconds].sort((one, other) => one - other)
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) / SECOND)
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}

const countsOf = (names: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]))
