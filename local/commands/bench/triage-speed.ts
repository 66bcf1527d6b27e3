import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { SECOND } from '../../../lib/time/instant.ts'
import { triage } from '../../../lib/triage/triage.ts'
import { chance } from '../../../tests/simulation/random.ts'
import { processorTime, ratios, spread } from './figures.ts'
import type { Row } from './row.ts'

const ROUNDS = 5
const REPLIES = 2000
const HOSTILE = 10_000
const LEAST = 5000
const SLOWEST_MS = 5
/** The longest message Twilio hands on. */
const LONGEST = 1600

const LABELLED = new URL('../../../tests/triage/replies.jsonl', import.meta.url)
const TEXT = z.object({ text: z.string() })

/** Replies as patients write them, and texts made to be slow to read. */
export async function triageSpeedRow(): Promise<Row> {
  const texts = readFileSync(LABELLED, 'utf8')
    .trim()
    .split('\n')
    .map((line) => TEXT.parse(JSON.parse(line)).text)
  const speeds: number[] = []
  const yardstick: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const replies = Array.from(
      { length: REPLIES },
      (_, number) => texts[(round * REPLIES + number) % texts.length] ?? '',
    )
    const took = await processorTime(() => {
      for (const text of replies) triage(text)
    })
    const copied = await processorTime(() => replies.map((text) => JSON.parse(JSON.stringify({ text }))))
    // The first round warms up.
    if (round > 0) speeds.push((REPLIES * SECOND) / took)
    if (round > 0) yardstick.push((REPLIES * SECOND) / copied)
  }
  const slowest = await slowestOf(hostileTexts())
  const replies = spread('replies', 'a second and core', speeds)
  return {
    name: 'triage',
    measured: `labelled replies of the tests, ${REPLIES} a round, ${ROUNDS} rounds; and ${HOSTILE} texts of up to ${LONGEST} characters made to be slow`,
    figures: [
      replies,
      spread('replies', 'times writing and reading the text as JSON', ratios(speeds, yardstick)),
      { name: 'slowest hostile text', value: slowest, unit: 'ms' },
    ],
    limit: `at least ${LEAST} replies a second and core, no text over ${SLOWEST_MS} ms`,
    passes: replies.value >= LEAST && slowest <= SLOWEST_MS,
  }
}

/** Of a text that seems slow the quickest of several tries counts: what else ran on this machine is not its fault. */
async function slowestOf(texts: readonly string[]): Promise<number> {
  let slowest = 0
  for (const text of texts) {
    let took = await processorTime(() => triage(text))
    for (let tries = 0; tries < 5 && took > slowest; tries += 1)
      took = Math.min(took, await processorTime(() => triage(text)))
    slowest = Math.max(slowest, took)
  }
  return slowest
}

const PIECES = [
  ...['no ', 'not ', 'cant ', 'numb ', 'bum ', 'wee ', 'stop ', 'texts ', 'nurofen ', '7 ', '38.5 ', 'temp '],
  ...[
    'if ',
    'but ',
    ', ',
    '. ',
    'leg ',
    'both ',
    'pain ',
    'chest ',
    'took ',
    '20 ',
    'panadol ',
    'my mum ',
    'and ',
  ],
  ...[
    'aaaa',
    'ab',
    '0',
    '...',
    '!?',
    '\u0301',
    '\ud83e\udd12',
    'ﬁ',
    '١',
    ' ',
    '\n',
    "'",
    'ibuprofin',
    'xxxxxxxxxxxx ',
  ],
]

/** One piece over and over, two in turn, or all of them thrown together. */
function hostileTexts(): readonly string[] {
  const draw = chance('hostile')
  const piece = () => PIECES[Math.floor(draw.fraction() * PIECES.length)] ?? ''
  return Array.from({ length: HOSTILE }, (_, number) => {
    const some = Array.from({ length: [1, 2, 3, 7, 60][number % 5] ?? 1 }, piece)
    return some
      .join('')
      .repeat(LONGEST)
      .slice(0, Math.ceil(draw.fraction() * LONGEST))
  })
}
