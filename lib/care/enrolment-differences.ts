import type { Enrolment } from '../patient/patient.ts'
import type { Problem } from './outcome.ts'

/** Where two enrolments of one reference differ, in words, one problem for each field. */
export function differences(enrolled: Enrolment, wanted: Enrolment): readonly Problem[] {
  const { injections: before, consent: consentBefore, ...fields } = enrolled
  const { injections: now, consent, ...wantedFields } = wanted
  const plain = [...new Set([...Object.keys(fields), ...Object.keys(wantedFields)])].flatMap((path) =>
    differ(path, fieldOf(fields, path), fieldOf(wantedFields, path)),
  )
  const agreed = [
    ...differ('consent.given', consentBefore?.given, consent?.given),
    ...differ('consent.method', consentBefore?.method, consent?.method),
  ]
  const visits = Array.from({ length: Math.max(before.length, now.length) }, (_, index) => [
    ...differ(`injections[${index}].at`, before[index]?.at, now[index]?.at),
    ...differ(`injections[${index}].state`, before[index]?.state, now[index]?.state),
  ])
  return [...plain, ...agreed, ...visits.flat()]
}

const fieldOf = (fields: object, path: string): unknown =>
  Object.entries(fields).find(([key]) => key === path)?.[1]

const differ = (path: string, before: unknown, now: unknown): readonly Problem[] =>
  before === now
    ? []
    : [{ path, message: `is ${say(now)} here but was ${say(before)} when this reference was enrolled` }]

const say = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value))
