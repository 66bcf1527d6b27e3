import { ANSWERS, type AnswerKey, CITY_ANSWERS } from './answers.ts'
import { checkedTemplates, type Template } from './slots.ts'
import { CITY_WORDING, type StepKey, WORDING } from './wording.ts'

const named = (words: Readonly<Record<string, string>>, suffix = ''): readonly Template[] =>
  Object.entries(words).map(([key, text]) => ({ key: `${key}${suffix}`, text }))

/** Every template there is, checked as the module loads: a bad one stops the service before it can speak. */
export const CATALOGUE: readonly Template[] = checkedTemplates([
  ...named(WORDING),
  ...named(CITY_WORDING, ' (city)'),
  ...named(ANSWERS),
  ...named(CITY_ANSWERS, ' (city)'),
])

const hasKey = <T extends object>(words: T, key: PropertyKey): key is keyof T => Object.hasOwn(words, key)

/** The words of a step. In another zone than the clinic's, a visit's time names the clinic's city. */
export const textTemplate = (step: StepKey, sameZone: boolean): Template =>
  sameZone || !hasKey(CITY_WORDING, step)
    ? { key: step, text: WORDING[step] }
    : { key: `${step} (city)`, text: CITY_WORDING[step] }

export const answerTemplate = (key: AnswerKey, sameZone: boolean): Template =>
  sameZone || !hasKey(CITY_ANSWERS, key)
    ? { key, text: ANSWERS[key] }
    : { key: `${key} (city)`, text: CITY_ANSWERS[key] }
