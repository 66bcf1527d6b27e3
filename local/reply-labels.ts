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
const SCORED_AS: Readonly<Partial<Record<Intent, string>>> = { wrong_number: 'stop', less: 'unknown', more: 'unknown' }
export const scoredAs = (intent: string): string => Object.entries(SCORED_AS).find(([ours]) => ours === intent)?.[1] ?? intent

const inNote = (note: string | undefined, key: 'accept' | 'also'): readonly string[] =>
  [...(note ?? '').matchAll(new RegExp(`${key}=([\\w|:. -]+?)(?=[;,]|$)`, 'g'))].flatMap(([, values = '']) =>
    values.trim().split('|').map((value) => value.split(':')[0]?.trim() ?? ''),
  )

export const accepted = ({ intent, note }: Labelled): readonly string[] => [scoredAs(intent), ...inNote(note, 'accept')]
export const alsoLabelled = ({ note }: Labelled): readonly string[] => inNote(note, 'also')
