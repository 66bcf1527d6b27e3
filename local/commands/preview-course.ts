import { previewCourse as previewOf } from '../../lib/care/preview-course.ts'
import type { TimelineText } from '../../lib/plan/timeline.ts'
import {
  addDays,
  clockTime,
  dateOf,
  isLocalDateTime,
  type LocalDateTime,
  localDateTime,
} from '../../lib/time/local-date.ts'
import { instantAt, zoneId } from '../../lib/time/zone.ts'
import { DEMO_CLINIC } from '../demo-clinic.ts'

export type PreviewText = Pick<
  TimelineText,
  'id' | 'step' | 'kind' | 'injection' | 'local' | 'zone' | 'utc' | 'body'
>

/** The first reminder goes a week before the visit; she is enrolled the day before that, at the same time of day. */
const ENROLLED_DAYS_BEFORE = 8
const ENROLLED_AT = clockTime('10:00')

/**
 * The texts that a course with these booked visits sends, with the protocol's default settings and no spread.
 * @throws Error naming the value when a time or zone is none, or the visits are not in order
 */
export function previewCourse(times: readonly string[], zoneName: string): readonly PreviewText[] {
  const zone = zoneId(zoneName)
  const clinic = { ...DEMO_CLINIC, zone }
  const visits = times.map(visitTime)
  const enrolledOn = addDays(dateOf(visits[0] ?? localDateTime('')), -ENROLLED_DAYS_BEFORE)
  const now = instantAt(zone, enrolledOn, ENROLLED_AT)
  const preview = previewOf(clinic, { injections: visits.map((at) => ({ at })) }, now)
  if (preview.kind === 'invalid')
    throw new Error(preview.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  return preview.value.texts
    .filter(({ state }) => state === 'planned')
    .map(({ id, step, kind, injection, local, zone: where, utc, body }) => ({
      id,
      step,
      kind,
      injection,
      local,
      zone: where,
      utc,
      body,
    }))
}

function visitTime(text: string, index: number): LocalDateTime {
  if (!isLocalDateTime(text))
    throw new Error(`injection ${index + 1}, "${text}": expected a time like 2026-12-01T10:00`)
  return text
}
