import type { Intent } from '../patient/patient.ts'
import type { Question } from '../protocol/protocol.ts'
import type { TriageContext } from './finding.ts'
import { KEYWORDS, NUMBER_WORDS } from './keywords.ts'
import { normalise } from './normalise.ts'

/** What triage reads in a reply, and the words that decided. */
export interface Finding {
  readonly intent: Intent
  /** Pain score, 0..10. */
  readonly value?: number
  /** Secondary meanings, to be acted on as well. */
  readonly also?: readonly Intent[]
  readonly why: string
}

/**
 * Reads one reply. Pure and total: any text in any script gets exactly one finding. Bare Y, N and numbers are read
 * against the last question. What is not understood is `unknown`, which staff read: never a guess.
 */
export function triage(text: string, { asked }: TriageContext = {}): Finding {
  const words = normalise(text)
  const keyword = KEYWORDS.find(({ phrases }) => phrases.has(words))
  if (keyword !== undefined)
    return inContext(
      { intent: keyword.intent, why: words, ...(keyword.also && { also: keyword.also }) },
      asked,
    )
  const value = painScore(words)
  if (value !== undefined) return { intent: 'pain_score', value, why: words }
  return { intent: 'unknown', why: 'no rule matched' }
}

/** Yes and no after a visit's C or R say whether she comes. */
function inContext(finding: Finding, asked: Question | undefined): Finding {
  if (asked !== 'C/R') return finding
  if (finding.intent === 'yes') return { ...finding, intent: 'confirm' }
  return finding.intent === 'no' ? { ...finding, intent: 'cannot_attend' } : finding
}

const SCORE = /^(?:pain )?(\d{1,2})(?: ?\/ ?10| out of (?:10|ten))?$/

/** A bare score; more than ten is as bad as ten. */
function painScore(words: string): number | undefined {
  const digits = SCORE.exec(words)?.[1] ?? NUMBER_WORDS.get(words)
  return digits === undefined ? undefined : Math.min(10, Number(digits))
}
