import { coldImportRow } from './bench/cold-import.ts'
import { firstCallRow } from './bench/first-call.ts'
import { herdRow } from './bench/herd.ts'
import { machine } from './bench/machine.ts'
import { memoryRow } from './bench/memory.ts'
import { moneyRow } from './bench/money.ts'
import { planSpeedRow } from './bench/plan-speed.ts'
import { roundTripsRow } from './bench/round-trips.ts'
import type { Figure, Row } from './bench/row.ts'
import { scaleRow } from './bench/scale.ts'
import { sendPathRow } from './bench/send-path.ts'
import { sizesRow } from './bench/sizes.ts'
import { todayPageRow } from './bench/today-page.ts'
import { triageSpeedRow } from './bench/triage-speed.ts'
import { readFlags, runCommand, UsageError } from './flags.ts'

const ROWS = {
  sizes: sizesRow,
  cold: coldImportRow,
  init: firstCallRow,
  trips: roundTripsRow,
  send: sendPathRow,
  plan: planSpeedRow,
  triage: triageSpeedRow,
  memory: memoryRow,
  today: todayPageRow,
  scale: scaleRow,
  herd: herdRow,
  money: moneyRow,
} as const satisfies Readonly<Record<string, () => Promise<Row>>>

const USAGE = `usage: npm run bench -- [NAME ...]
  NAME  rows to measure, of ${Object.keys(ROWS).join(', ')}; all of them when none is named
sizes, init, trips, scale, herd and money do not depend on how fast or busy the machine is.`

const isRow = (name: string): name is keyof typeof ROWS => Object.hasOwn(ROWS, name)

/** One table, JSON as the last line. Fails when a row misses its limit. */
async function main(): Promise<number> {
  const { words } = readFlags(process.argv.slice(2), {}, USAGE)
  const unknown = words.filter((name) => !isRow(name))
  if (unknown.length > 0)
    throw new UsageError(`row ${unknown.join(', ')}: there is none of that name\n${USAGE}`)
  const wanted = words.length === 0 ? Object.keys(ROWS).filter(isRow) : words.filter(isRow)
  const on = machine()
  console.log(`${on}\n`)
  const rows: Row[] = []
  for (const name of wanted) {
    const row = await ROWS[name]()
    rows.push(row)
    console.log(`${textOf(row)}\n`)
  }
  const missed = rows.filter(({ passes }) => !passes).map(({ name }) => name)
  console.log(missed.length === 0 ? 'every row within its limit' : `over their limit: ${missed.join(', ')}`)
  console.log(JSON.stringify({ machine: on, rows }))
  return missed.length === 0 ? 0 : 1
}

function textOf({ name, measured, figures, limit, passes }: Row): string {
  const width = Math.max(...figures.map((figure) => figure.name.length))
  return [
    `${name}: ${measured}`,
    ...figures.map((figure) => `  ${figure.name.padEnd(width)}  ${shown(figure)}`),
    `  ${passes ? 'ok   ' : 'MISSED'} ${limit}`,
  ].join('\n')
}

/** `1.3 (1.2 to 1.6) times a bare client`. */
function shown({ value, min, max, unit }: Figure): string {
  const range = min === undefined || max === undefined ? '' : ` (${short(min)} to ${short(max)})`
  return `${short(value)}${range} ${unit}`.trimEnd()
}

/** Three digits that matter. */
const short = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)))

runCommand('bench', main)
