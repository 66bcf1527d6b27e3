import { readFileSync, writeFileSync } from 'node:fs'
import { sealed } from '../../lib/triage/made.ts'
import { lessonsFrom } from '../second-reader/lessons.ts'
import { learnedFrom } from '../second-reader/packed.ts'
import { runCommand } from './flags.ts'

const file = (path: string): URL => new URL(`../../${path}`, import.meta.url)
const text = (path: string): string => readFileSync(file(path), 'utf8')

/** Learns the second reader's weights from the labelled replies. How it reads others, `npm run triage:score` says. */
runCommand('npm run triage:train', async () => {
  const lessons = lessonsFrom(text('tests/triage/replies.jsonl'), text('tests/triage/everyday.jsonl'))
  writeFileSync(file('lib/triage/made/weights.bin'), sealed(learnedFrom(lessons)))
  console.log(`learned from ${lessons.length} texts; score it with npm run triage:score -- FILE`)
  return 0
})
