import { unexplainedWords } from '../../lib/triage/triage.ts'
import { type Fitted, fitLine } from './fit.ts'
import { fingerprint, type Lesson } from './lessons.ts'

const MOST_STEPS = 127

/** Weights as one signed byte a bucket: coarse, and fine enough for a sum of hundreds. */
function inBytes({ weights }: Fitted): { readonly step: number; readonly text: string } {
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / MOST_STEPS
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / step))
  return { step, text: Buffer.from(bytes.buffer).toString('base64') }
}

function line(name: string, fitted: Fitted): string {
  const { step, text } = inBytes(fitted)
  return `export const ${name}: Line = {
  weights:
    '${text}',
  step: ${step.toPrecision(6)},
  bias: ${fitted.bias.toPrecision(6)},
}`
}

/** The module that the second reader loads. */
export function weightsModule(lessons: readonly Lesson[]): string {
  const read = lessons.map(({ text, tier }) => ({ words: unexplainedWords(text), tier }))
  const learned = (name: string, isPositive: (tier: Lesson['tier']) => boolean) =>
    line(name, fitLine(read.map(({ words, tier }) => ({ words, positive: isPositive(tier) }))))
  return `// Made by \`npm run triage:train\` from the labelled replies. Do not edit.
import type { Line } from './line.ts'

/** Of the texts that these weights were learned from. */
export const LEARNED_FROM = '${fingerprint(lessons)}'

${learned('EMERGENCY', (tier) => tier === 1)}

${learned('ANY_FLAG', (tier) => tier !== 0)}
`
}
