import { useState } from 'preact/hooks'
import { Problem } from '../controls/notice.tsx'
import { useAsked } from '../controls/use-asked.ts'
import { useSubmit } from '../controls/use-work.ts'
import { useSession } from '../shell/session.ts'
import { DifferenceView } from './difference-view.tsx'

interface Props {
  readonly patientId: string
  readonly course: number
  readonly injection: number
  readonly verb: string
  /** Clinic wall clock. */
  readonly at: string
  /** The date makes a visit of what is none: proposed, missed or cancelled. */
  readonly books: boolean
  /** What is moved must still lie ahead of this; absent where a date already past is corrected. */
  readonly notBefore?: string
  readonly moved: () => Promise<void>
}

const PAST = 'This time has passed. Mark a visit that took place as given instead.'

/** A new date and time for one injection, and what that does to her texts before anybody agrees to it. */
export function MoveForm({ patientId, course, injection, verb, at, books, notBefore, moved }: Props) {
  const { api } = useSession()
  const [date, setDate] = useState(at.slice(0, 10))
  const [time, setTime] = useState(at.slice(11, 16))
  const to = `${date}T${time}`
  const change = { at: to }
  const isPast = notBefore !== undefined && to <= notBefore
  const isNew = date !== '' && time !== '' && !isPast && (books || to !== at)
  const { value: difference, problem: refused } = useAsked(
    isNew ? () => api.injectionDifference(patientId, course, injection, change) : undefined,
    to,
  )
  const { submit, busy, problem } = useSubmit(async () => {
    await api.changeInjection(patientId, course, injection, change)
    await moved()
  })
  return (
    <form class="move" onSubmit={submit} aria-label={`${verb} injection ${injection}`}>
      <label>
        Date
        <input type="date" required value={date} onInput={(event) => setDate(event.currentTarget.value)} />
      </label>
      <label>
        Time
        <input type="time" required value={time} onInput={(event) => setTime(event.currentTarget.value)} />
      </label>
      <button type="submit" class="primary" disabled={busy || !isNew || refused !== undefined}>
        {verb}
      </button>
      <Problem>{isPast && to !== at ? PAST : (problem ?? refused)}</Problem>
      <div class="difference" role="status">
        {difference !== undefined && <DifferenceView difference={difference} />}
      </div>
    </form>
  )
}
