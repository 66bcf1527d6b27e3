import type { PlanDifference } from '../../lib/plan/difference.ts'
import type { PlannedText } from '../../lib/plan/plan.ts'
import type { TimelineText } from '../../lib/plan/timeline.ts'
import { isoOf } from '../../lib/time/zone.ts'

/** The texts as the API shows them: `local` on the patient's clock, `utc` for machines. */
export const planView = (texts: readonly TimelineText[]) =>
  texts.map(({ id, step, kind, injection, local, zone, utc, state, reason, body, ...news }) => ({
    id,
    step,
    kind,
    injection,
    local,
    zone,
    utc,
    state,
    ...(reason === undefined ? {} : { reason }),
    body,
    ...news,
  }))

/** What a change would do, for a dry run. */
export const differenceView = ({ added, removed, moved }: PlanDifference, warnings: readonly string[]) => ({
  added: added.map(textView),
  removed: removed.map(textView),
  moved: moved.map(({ step, kind, course, injection, from, to }) => ({
    step,
    kind,
    course,
    injection,
    from: isoOf(from),
    to: isoOf(to),
  })),
  warnings,
})

const textView = ({ id, step, course, injection, due }: PlannedText) => ({
  id,
  step: step.key,
  kind: step.kind,
  course,
  injection,
  at: isoOf(due),
})
