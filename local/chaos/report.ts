import { GATEWAY_MS, SENDING_PROCESSES } from './place.ts'
import type { Chaos, Ran, Setting } from './run.ts'

/** The least a run without kills must send of what the store alone allows flat out. */
const LEAST_SHARE = 0.7

export interface Row extends Ran {
  readonly chaos: Chaos
}

/** Texts a second that the store alone allows: its calls a second divided by ours a text. */
const allowedBy = (calls: number, { storeCallsAText }: Ran): number => calls / storeCallsAText
const shareOf = (row: Ran): number => row.textsASecond / allowedBy(row.storeCallsASecond, row)
const pacedShareOf = (row: Ran): number => row.textsASecond / allowedBy(row.pacedStoreCallsASecond, row)

/** Whatever is not as it should be, in words; empty when all is well. A process that starts again sends nothing meanwhile. */
export function faultsIn(rows: readonly Row[]): readonly string[] {
  return rows.flatMap((row) => {
    const { chaos, lost, doubled, unsettled } = row
    const share = shareOf(row)
    return [
      ...(lost > 0 ? [`${chaos.name}: ${lost} lost`] : []),
      ...(doubled > 0 ? [`${chaos.name}: ${doubled} doubled`] : []),
      ...(unsettled > 0 ? [`${chaos.name}: ${unsettled} unsettled`] : []),
      ...(chaos.kills === 0 && share < LEAST_SHARE
        ? [`${chaos.name}: ${percent(share)} of what the store allows, expected ${percent(LEAST_SHARE)}`]
        : []),
    ]
  })
}

/** A table for people. */
export function tableOf({ texts, concurrency, seed }: Setting, rows: readonly Row[]): string {
  const body = rows.map((row) => [
    row.chaos.name,
    ...[row.lost, row.doubled, row.unsettled].map(String),
    `${row.settledAfterMinutes.toFixed(1)} min`,
    row.textsASecond.toFixed(0),
    row.storeCallsAText.toFixed(2),
    allowedBy(row.storeCallsASecond, row).toFixed(0),
    percent(shareOf(row)),
    allowedBy(row.pacedStoreCallsASecond, row).toFixed(0),
    percent(pacedShareOf(row)),
  ])
  const lines = [HEAD, ...body]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const aligned = lines.map((line) =>
    line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    ),
  )
  return [
    `${texts} texts due at one moment, ${concurrency} sent at a time by ${SENDING_PROCESSES} processes, Twilio answers after ${GATEWAY_MS} ms, seed ${seed}`,
    '',
    ...aligned.map((cells) => cells.join('  ')),
    '',
    'store alone: texts/s that it allows the same processes, with the same calls on documents as large, before and after the texts:',
    `flat out, which the share of ${percent(LEAST_SHARE)} is asked of, and paced by waiting ${GATEWAY_MS} ms in the middle of each text as for Twilio`,
  ].join('\n')
}

const HEAD = [
  'run',
  ...['lost', 'doubled', 'unsettled', 'all settled after', 'texts/s', 'store calls/text'],
  ...['store alone flat out', 'share', 'paced', 'share'],
]

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`

/** The same for machines, on one line. */
export function lineOf({ texts, concurrency, seed }: Setting, rows: readonly Row[]): string {
  const rounded = (value: number) => Math.round(value * 100) / 100
  const runs = rows.map((row) => ({
    run: row.chaos.name,
    lost: row.lost,
    doubled: row.doubled,
    unsettled: row.unsettled,
    settledAfterMinutes: rounded(row.settledAfterMinutes),
    textsASecond: rounded(row.textsASecond),
    storeCallsAText: rounded(row.storeCallsAText),
    storeCallsASecond: rounded(row.storeCallsASecond),
    share: rounded(shareOf(row)),
    pacedStoreCallsASecond: rounded(row.pacedStoreCallsASecond),
    pacedShare: rounded(pacedShareOf(row)),
  }))
  const sum = (of: 'lost' | 'doubled' | 'unsettled') => rows.reduce((total, row) => total + row[of], 0)
  const totals = { lost: sum('lost'), doubled: sum('doubled'), unsettled: sum('unsettled') }
  return JSON.stringify({ texts, concurrency, seed, ...totals, runs })
}
