import type { Question, Step } from '../lib/protocol/protocol.ts'
import { SIJ_PROLOTHERAPY_V1 } from '../lib/protocol/sij-prolotherapy-v1.ts'
import { type Finding, triage } from '../lib/triage/triage.ts'

const STEPS: readonly Step[] = SIJ_PROLOTHERAPY_V1.steps
const FORM =
  'expected JSON like {"text": "is nurofen ok", "asked": "N2"} ("asked", a step key, may be left out)'

/** Reads JSON Lines of replies: one answer for each, in order, and an error in words for each line that is none. */
export function triageLines(lines: string): {
  readonly answers: readonly string[]
  readonly errors: readonly string[]
} {
  const answers: string[] = []
  const errors: string[] = []
  for (const [index, line] of lines.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    try {
      const { text, asked } = parseLine(line)
      answers.push(JSON.stringify(answer(triage(text, asked === undefined ? {} : { asked }))))
    } catch (error) {
      errors.push(`line ${index + 1}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return { answers, errors }
}

function parseLine(line: string): { readonly text: string; readonly asked?: Question | undefined } {
  const parsed = parseJson(line)
  if (typeof parsed !== 'object' || parsed === null || !('text' in parsed) || typeof parsed.text !== 'string')
    throw new Error(FORM)
  if (!('asked' in parsed) || parsed.asked === null || parsed.asked === undefined)
    return { text: parsed.text }
  return { text: parsed.text, asked: questionOf(parsed.asked) }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Error(`not JSON; ${FORM}`)
  }
}

/** What a step asks; some steps ask nothing. */
function questionOf(key: unknown): Question | undefined {
  const step = STEPS.find((known) => known.key === key)
  if (step === undefined)
    throw new Error(
      `asked ${JSON.stringify(key)}: expected a step key, one of ${STEPS.map((known) => known.key).join(', ')}`,
    )
  return step.asks
}

const answer = ({ intent, also, value, drug, tier, why }: Finding) => ({
  intent,
  ...(also && { also }),
  ...(value !== undefined && { value }),
  ...(drug && { drug: drug.ingredient }),
  ...(tier && { tier }),
  why,
})
