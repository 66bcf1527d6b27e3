import { createHash } from 'node:crypto'
import { accepted, parseLabelled } from '../reply-labels.ts'

/** A text and the tier that it is labelled with; 0 is no red flag. */
export interface Lesson {
  readonly text: string
  readonly tier: 0 | 1 | 2
}

/** Kept back, so that there are labelled replies that taught nothing. */
const HELD_OUT = 'held-out'
const TIERS: Readonly<Record<string, 1 | 2>> = { red_flag_emergency: 1, red_flag_clinic: 2 }

/** What the second reader learns from. Texts that may be read either way teach nothing. */
export function lessonsFrom(replies: string, everyday: string): readonly Lesson[] {
  const labelled = parseLabelled(replies)
  const heldOut = new Set(labelled.filter(({ set }) => set === HELD_OUT).map(({ text }) => text))
  const told = labelled.filter(
    (reply) => TIERS[reply.intent] !== undefined || !accepted(reply).some((other) => other in TIERS),
  )
  const ordinary = everyday
    .trim()
    .split('\n')
    .map((line) => ({ text: textIn(line), intent: 'unknown' }))
  return [...told, ...ordinary]
    .filter(({ text }) => !heldOut.has(text))
    .map(({ text, intent }) => ({ text, tier: TIERS[intent] ?? 0 }))
}

function textIn(line: string): string {
  const parsed: unknown = JSON.parse(line)
  if (typeof parsed !== 'object' || parsed === null || !('text' in parsed) || typeof parsed.text !== 'string')
    throw new Error('everyday texts: expected {"text": string} on each line')
  return parsed.text
}

/** What the weights were learned from: another value means that they are older than the lessons. */
export const fingerprint = (lessons: readonly Lesson[]): string =>
  createHash('sha256').update(JSON.stringify(lessons)).digest('hex').slice(0, 16)
