import { SPELLING } from '../../lib/triage/spelling.ts'
import { formsOf } from './inflect.ts'

/**
 * The little language of the tables.
 *
 *   cant feel          these words in a row
 *   bum/bottom         either
 *   infect*            a word that begins so
 *   drop~              any form of the verb: drops, dropping, dropped
 *   @saddle            any phrase of that list of the vocabulary
 *   the?               may be there
 *   numb .. @saddle    up to four words between, in the same sentence, not across "but"
 *   lost . feeling     up to two
 *   ^ and $            where a sentence, or its part between commas, begins and ends
 *   < and >            where a sentence begins and ends
 *   fever + shak*      both in one sentence, in any order
 *   calf & chest       both anywhere in the text
 */
export interface Atom {
  readonly words: readonly string[]
  readonly beginnings: readonly string[]
  readonly lists: readonly string[]
  readonly edge?: 'part' | 'sentence'
  readonly optional: boolean
  /** Most words that may stand between this and what came before. */
  readonly gap: number
}

export type Sequence = readonly Atom[]

export interface Pattern {
  readonly sequences: readonly Sequence[]
  readonly together: 'sentence' | 'text'
}

const GAPS: Readonly<Record<string, number>> = { '..': 4, '.': 2 }
const MOST_PARTS = 2

const EDGES: Readonly<Record<string, { readonly edge: 'part' | 'sentence' }>> = {
  '^': { edge: 'part' },
  $: { edge: 'part' },
  '<': { edge: 'sentence' },
  '>': { edge: 'sentence' },
}
const edge = (text: string) => EDGES[text] ?? {}

const folded = (word: string): string => SPELLING.get(word) ?? word

const formsIn = (choice: string): readonly string[] =>
  (choice.endsWith('~') ? formsOf(choice.slice(0, -1)) : [choice]).map(folded)

function atom(text: string, gap: number): Atom {
  const optional = text.endsWith('?')
  const choices = (optional ? text.slice(0, -1) : text).split('/')
  const words = choices.filter((choice) => !choice.endsWith('*') && !choice.startsWith('@')).flatMap(formsIn)
  return {
    words: [...new Set(words)],
    beginnings: choices.filter((choice) => choice.endsWith('*')).map((choice) => choice.slice(0, -1)),
    lists: choices.filter((choice) => choice.startsWith('@')).map((choice) => choice.slice(1)),
    ...edge(text),
    optional,
    gap,
  }
}

export function sequence(text: string): Sequence {
  const atoms: Atom[] = []
  let gap = 0
  for (const piece of text.trim().split(/\s+/)) {
    const between = GAPS[piece]
    if (between !== undefined) gap = between
    else {
      const next = atom(piece, gap)
      atoms.push(next)
      // What may be missing leaves its gap to what follows.
      gap = next.optional ? gap : 0
    }
  }
  return atoms
}

/** @throws Error if a table has a pattern of more than two parts */
export function pattern(text: string): Pattern {
  const together = text.includes(' & ') ? 'text' : 'sentence'
  const parts = text.split(together === 'text' ? ' & ' : ' + ')
  if (parts.length > MOST_PARTS)
    throw new Error(`pattern "${text}": ${parts.length} parts, expected one or two`)
  return { together, sequences: parts.map(sequence) }
}
