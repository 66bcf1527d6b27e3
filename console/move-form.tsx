import { useSubmit } from './use-submit.ts'

interface Props {
  readonly number: number
  readonly verb: string
  /** Clinic wall clock. */
  readonly at: string
  readonly move: (at: string) => Promise<void>
}

/** A new date and time for one injection. */
export function MoveForm({ number, verb, at, move }: Props) {
  const { submit, busy, problem } = useSubmit((form) => move(`${form.get('date')}T${form.get('time')}`))
  return (
    <form class="move" onSubmit={submit} aria-label={`${verb} injection ${number}`}>
      <label>
        Date
        <input type="date" name="date" required defaultValue={at.slice(0, 10)} />
      </label>
      <label>
        Time
        <input type="time" name="time" required defaultValue={at.slice(11, 16)} />
      </label>
      <button type="submit" class="primary" disabled={busy}>
        {verb}
      </button>
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  )
}
