import { readFileSync } from 'node:fs'
import { type Labelled, parseLabelled } from '../../local/reply-labels.ts'

export const replies = (set?: string): readonly Labelled[] =>
  parseLabelled(readFileSync(new URL('replies.jsonl', import.meta.url), 'utf8')).filter(
    (reply) => set === undefined || reply.set === set,
  )

export const everyday = (): readonly string[] =>
  readFileSync(new URL('everyday.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text)
