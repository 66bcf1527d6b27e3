import type { Intent } from '../lib/patient/patient.ts'

/** A labelled reply: what it must be read as, and what may be scored as right too. */
export interface Labelled {
  readonly text: string
  readonly intent: string
  readonly value?: number
  readonly drug?: string
  readonly note?: string
  readonly set?: string
}

/** Intents of the product that the labels know by another name. */
const SCORED_AS: Readonly<Partial<Record<Intent, string>>> = {
  wrong_number: 'stop',
  less: 'unknown',
  more: 'unknown',
}
export const scoredAs = (intent: string): string =>
  Object.entries(SCORED_AS).find(([ours]) => ours === intent)?.[1] ?? intent

const inNote = (note: string | undefined, key: 'accept' | 'also'): readonly string[] =>
  [...(note ?? '').matchAll(new RegExp(`${key}=([\\w|:. -]+?)(?=[;,]|$)`, 'g'))].flatMap(([, values = '']) =>
    values
      .trim()
      .split('|')
      .map((value) => value.split(':')[0]?.trim() ?? ''),
  )

export const accepted = ({ intent, note }: Labelled): readonly string[] => [
  scoredAs(intent),
  ...inNote(note, 'accept'),
]
export const alsoLabelled = ({ note }: Labelled): readonly string[] => inNote(note, 'also')

/**
 * Labelled replies of a JSON Lines file.
 * @throws Error naming the line and what is expected
 */
export function parseLabelled(lines: string): readonly Labelled[] {
  return lines
    .split(/\r?\n/)
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      const parsed: unknown = JSON.parse(line)
      if (!isLabelled(parsed))
        throw new Error(`line ${number}: expected {"text": string, "intent": string, ...}`)
      return parsed
    })
}

const isLabelled = (value: unknown): value is Labelled =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'intent' in value &&
  typeof value.intent === 'string'
