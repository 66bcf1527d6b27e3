import { useRef } from 'preact/hooks'
import type { PlanDraft } from '../api/shapes.ts'
import { Months } from '../calendar/months.tsx'
import { TextRow } from '../calendar/text-row.tsx'
import { Problem, Warnings } from '../controls/notice.tsx'
import { useAsked } from '../controls/use-asked.ts'
import { useSession } from '../shell/session.ts'

/** Every text that the course in the form would bring, byte for byte as it would go. */
export function Preview({ draft }: { draft: PlanDraft }) {
  const { api } = useSession()
  const hasTimes = draft.injections.length > 0
  const { value: plan, problem } = useAsked(
    hasTimes ? () => api.preview(draft) : undefined,
    JSON.stringify(draft),
  )
  // The calendar before stays until the next is there: it would flicker at every key.
  const latest = useRef(plan)
  if (plan !== undefined) latest.current = plan
  const shown = hasTimes && problem === undefined ? latest.current : undefined
  const items = shown?.items ?? []
  return (
    <section class="card calendar" aria-labelledby="preview">
      <div class="card-head">
        <h2 id="preview">What the patient would get</h2>
        <p class="quiet" role="status">
          {items.length > 0 && `${items.length} texts`}
        </p>
      </div>
      <Problem>{problem}</Problem>
      <Warnings warnings={shown?.warnings ?? []} />
      {!hasTimes && (
        <p class="quiet">
          Give the first injection a date and time, and every text of the course shows here.
        </p>
      )}
      <Months texts={items}>
        {(text) => <TextRow key={text.id} text={text} standing={{ look: text.state, words: text.state }} />}
      </Months>
    </section>
  )
}
