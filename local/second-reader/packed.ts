import { unexplainedWords } from '../../lib/triage/triage.ts'
import { type Fitted, fitLine } from './fit.ts'
import { fingerprint, type Lesson } from './lessons.ts'

const MOST_STEPS = 127
/** Buckets kept: the weightiest. The rest is mostly chance, and leaving it out raises fewer ordinary texts. */
const KEPT = 60_000

/** A weight in steps of one signed byte: coarse, and fine enough for a sum of hundreds. */
function inSteps({ weights, bias }: Fitted) {
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / MOST_STEPS
  return { step, bias, steps: Int8Array.from(weights, (weight) => Math.round(weight / step)) }
}

type InSteps = ReturnType<typeof inSteps>

function weightiest(lines: readonly InSteps[]): readonly number[] {
  const weight = (bucket: number) => Math.max(...lines.map(({ steps }) => Math.abs(steps[bucket] ?? 0)))
  const told = [...(lines[0]?.steps.keys() ?? [])].filter((bucket) => weight(bucket) > 0)
  return told
    .sort((a, b) => weight(b) - weight(a) || a - b)
    .slice(0, KEPT)
    .sort((a, b) => a - b)
}

/** As lib/triage/second-reader/learned.ts reads it. */
function packed(from: string, lines: readonly InSteps[]): Buffer {
  const bytes: number[] = []
  let before = 0
  for (const bucket of weightiest(lines)) {
    let distance = bucket - before
    for (; distance >= 0x80; distance >>>= 7) bytes.push((distance & 0x7f) | 0x80)
    bytes.push(distance, ...lines.map(({ steps }) => (steps[bucket] ?? 0) & 0xff))
    before = bucket
  }
  const header = [from, ...lines.flatMap(({ step, bias }) => [step, bias].map(sixDigits))]
  return Buffer.concat([Buffer.from(`${header.join(' ')}\n`), Buffer.from(bytes)])
}

const sixDigits = (value: number): number => Number(value.toPrecision(6))

/** What the second reader reads. */
export function learnedFrom(lessons: readonly Lesson[]): Buffer {
  const read = lessons.map(({ text, tier }) => ({ words: unexplainedWords(text), tier }))
  const learned = (isPositive: (tier: Lesson['tier']) => boolean) =>
    inSteps(fitLine(read.map(({ words, tier }) => ({ words, positive: isPositive(tier) }))))
  return packed(fingerprint(lessons), [learned((tier) => tier === 1), learned((tier) => tier !== 0)])
}
