import { readFileSync } from 'node:fs'
import { type Labelled, parseLabelled } from '../../local/reply-labels.ts'

export const replies = (set?: string): readonly Labelled[] =>
  parseLabelled(readFileSync(new URL('replies.jsonl', import.meta.url), 'utf8')).filter(
    (reply) => set === undefined || reply.set === set,
  )

interface Everyday {
  readonly text: string
  readonly set?: string
}

const EVERYDAY = readFileSync(new URL('everyday.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Everyday)

/** Texts that are not about health, as phones hold them. */
export const everyday = (): readonly string[] => EVERYDAY.map(({ text }) => text)

/** Of these, texts full of words that would be alarms elsewhere: "chest of drawers", "the line went dead". */
export const ALARM_WORDS = 'alarm words'

export const everydayOf = (wanted: (set: string | undefined) => boolean): readonly string[] =>
  EVERYDAY.filter(({ set }) => wanted(set)).map(({ text }) => text)
