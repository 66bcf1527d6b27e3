import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LEARNED } from '../../lib/triage/second-reader/learned.ts'
import { secondOpinion, type Understood } from '../../lib/triage/second-reader/second-reader.ts'
import { triage } from '../../lib/triage/triage.ts'
import { fingerprint, lessonsFrom } from '../../local/second-reader/lessons.ts'
import { replies } from './labelled.ts'

const text = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const lessons = lessonsFrom(text('replies.jsonl'), text('everyday.jsonl'))

it('has learned from the labelled replies as they are now', () => {
  expect(LEARNED.from).toBe(fingerprint(lessons))
})

it('has not seen the replies that are held out', () => {
  const seen = new Set(lessons.map((lesson) => lesson.text))

  expect(replies('held-out').filter((reply) => seen.has(reply.text))).toEqual([])
})

it('reads an emergency in words that no rule lists, and says in which', () => {
  const opinion = secondOpinion('my trousers were soaked again and i never knew'.split(' '), 'not at all')

  expect(opinion?.tier).toBe(1)
  expect(opinion?.why).toContain('soaked')
})

it('leaves ordinary words alone', () => {
  expect(secondOpinion('see you on tuesday at ten thanks'.split(' '), 'not at all')).toBeUndefined()
})

it('has no opinion on a word or two, which the rules read whole', () => {
  expect(secondOpinion(['suicide', 'now'], 'not at all')).toBeUndefined()
})

it('asks more of a text that the rules understand', () => {
  const raised = (understood: Understood) =>
    lessons.filter((lesson) => secondOpinion(lesson.text.split(' '), understood) !== undefined).length

  expect(raised('a meaning')).toBeLessThan(raised('not at all'))
  expect(raised('a red flag')).toBeLessThan(raised('a meaning'))
})

it('opts nobody out: every opinion is a red flag', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...'stop my leg wont wee feel anything please texts no'.split(' '))),
      (words) => {
        const { intent, tier } = triage(words.join(' '))
        const opinion = secondOpinion(words, 'not at all')
        if (opinion !== undefined) expect([1, 2]).toContain(opinion.tier)
        if (intent === 'stop') expect(tier).toBeUndefined()
      },
    ),
  )
})
