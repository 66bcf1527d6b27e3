import { scoredAs } from './reply-labels.ts'
import type { Scored } from './triage-gates.ts'

const SHORT = {
  red_flag_emergency: 'emergency',
  red_flag_clinic: 'clinic',
  cannot_attend: 'cannot',
  nsaid_question: 'nsaid',
  other_drug_question: 'drug',
  pain_score: 'score',
} as const satisfies Record<string, string>
const short = (intent: string): string =>
  Object.entries(SHORT).find(([name]) => name === intent)?.[1] ?? intent

const ORDER = [
  'red_flag_emergency',
  'red_flag_clinic',
  'stop',
  'start',
  'help',
  'confirm',
  'cannot_attend',
  'nsaid_question',
  'other_drug_question',
  'pain_score',
  'yes',
  'no',
  'thanks',
  'unknown',
]

/** What was labelled (rows) against what was read (columns). An accepted second label counts as the first. */
export function confusion(scored: readonly Scored[]): string {
  const cell = (row: string, column: string) =>
    scored.filter(({ reply, got, right }) => scoredAs(reply.intent) === row && (right ? row : got) === column)
      .length
  const line = (head: string, cells: readonly (string | number)[]) =>
    `${head.padEnd(10)}${cells.map((text) => String(text || '.').padStart(10)).join('')}`
  return [
    line('', ORDER.map(short)),
    ...ORDER.map((row) =>
      line(
        short(row),
        ORDER.map((column) => cell(row, column)),
      ),
    ),
  ].join('\n')
}

/** Recall and precision of each intent. */
export function perIntent(scored: readonly Scored[]): string {
  const rows = ORDER.map((intent) => {
    const labelled = scored.filter(({ reply }) => scoredAs(reply.intent) === intent)
    const read = scored.filter(({ got }) => got === intent)
    const share = (of: readonly Scored[]) =>
      of.length === 0 ? '-' : `${((100 * of.filter(({ right }) => right).length) / of.length).toFixed(1)} %`
    return `${short(intent).padEnd(12)}${String(labelled.length).padStart(6)}  recall ${share(labelled).padStart(8)}  precision ${share(read).padStart(8)}`
  })
  return ['', ...rows, ''].join('\n')
}
