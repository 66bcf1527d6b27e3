import { useRef } from 'preact/hooks'
import type { FieldProblem } from '../api/call.ts'
import type { PlanPreview } from '../api/shapes.ts'
import { Months } from '../calendar/months.tsx'
import { TextRow } from '../calendar/text-row.tsx'
import { Problem, Warnings } from '../controls/notice.tsx'
import { useClinic } from '../shell/session.ts'

/** What the service said of the course in the form, if it said anything yet. */
export interface AskedPreview {
  readonly value?: PlanPreview
  readonly problem?: string
  readonly errors?: readonly FieldProblem[]
}

interface Props {
  readonly asked: AskedPreview
  readonly hasTimes: boolean
}

/** Every text that the course in the form would bring, byte for byte as it would go. */
export function Preview({ asked: { value: plan, problem, errors = [] }, hasTimes }: Props) {
  // The calendar before stays until the next is there: it would flicker at every key.
  const latest = useRef(plan)
  if (plan !== undefined) latest.current = plan
  const shown = hasTimes && problem === undefined ? latest.current : undefined
  const items = shown?.items ?? []
  const { spreadMinutes } = useClinic()
  const isSpread = spreadMinutes > 1
  return (
    <section class={`card calendar ${isSpread ? 'about' : ''}`} aria-labelledby="preview">
      <div class="card-head">
        <h2 id="preview">What the patient would get</h2>
        <p class="quiet" role="status">
          {items.length > 0 && `${items.length} texts`}
        </p>
      </div>
      {errors.length === 0 ? (
        <Problem>{problem}</Problem>
      ) : (
        <p class="quiet">Mend what is marked in the form, and the texts show here.</p>
      )}
      <Warnings warnings={shown?.warnings ?? []} />
      {!hasTimes && (
        <p class="quiet">
          Give the first injection a date and time, and every text of the course shows here.
        </p>
      )}
      {isSpread && items.length > 0 && (
        <p class="quiet">
          Each patient has a minute of her own, up to {spreadMinutes - 1} after the time shown, so that not
          everybody is texted at once.
        </p>
      )}
      <Months texts={items}>
        {(text) => (
          <TextRow
            key={text.id}
            text={text}
            standing={{ look: text.state, words: text.state }}
            isAbout={isSpread && text.injection > 0}
          />
        )}
      </Months>
    </section>
  )
}
