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

/** As lib/triage/second-reader/line.ts describes it. */
function packed(lines: readonly InSteps[]): string {
  const bytes: number[] = []
  let before = 0
  for (const bucket of weightiest(lines)) {
    let distance = bucket - before
    for (; distance >= 0x80; distance >>>= 7) bytes.push((distance & 0x7f) | 0x80)
    bytes.push(distance, ...lines.map(({ steps }) => (steps[bucket] ?? 0) & 0xff))
    before = bucket
  }
  return Buffer.from(bytes).toString('base64')
}

const line = ({ step, bias }: InSteps): string =>
  `{ step: ${Number(step.toPrecision(6))}, bias: ${Number(bias.toPrecision(6))} }`

/** The module that the second reader loads. */
export function weightsModule(lessons: readonly Lesson[]): string {
  const read = lessons.map(({ text, tier }) => ({ words: unexplainedWords(text), tier }))
  const learned = (isPositive: (tier: Lesson['tier']) => boolean) =>
    inSteps(fitLine(read.map(({ words, tier }) => ({ words, positive: isPositive(tier) }))))
  const emergency = learned((tier) => tier === 1)
  const anyFlag = learned((tier) => tier !== 0)
  return `// Made by \`npm run triage:train\` from the labelled replies. Do not edit.
import type { Learned } from './line.ts'

/** Of the texts that these weights were learned from. */
export const LEARNED_FROM = '${fingerprint(lessons)}'

export const LEARNED: Learned = {
  emergency: ${line(emergency)},
  anyFlag: ${line(anyFlag)},
  table:
    '${packed([emergency, anyFlag])}',
}
`
}
