import { useId, useState } from 'preact/hooks'
import type { SettledView } from '../../functions/http/today-view.ts'
import { Problem } from '../controls/notice.tsx'
import { typed, useSubmit, useWork } from '../controls/use-work.ts'

interface Props {
  /** Whose it is, for ears. */
  readonly whose: string
  readonly taken?: SettledView | undefined
  readonly usual: readonly string[]
  readonly take?: () => Promise<unknown>
  readonly done: (outcome: string) => Promise<unknown>
}

/** "I have it", and Done with what came of it. */
export function DoneForm({ whose, taken, usual, take, done }: Props) {
  const [closing, setClosing] = useState(false)
  const taking = useWork()
  const { submit, busy, problem } = useSubmit((form) => done(typed(form, 'outcome')))
  const list = useId()
  return (
    <div class="done">
      {taken === undefined && take !== undefined && (
        <button
          type="button"
          disabled={taking.busy}
          onClick={() => taking.perform(take)}
          aria-label={`I have it: ${whose}`}
        >
          I have it
        </button>
      )}
      <button
        type="button"
        aria-expanded={closing}
        aria-label={`Done: ${whose}`}
        onClick={() => setClosing(!closing)}
      >
        Done
      </button>
      {closing && (
        <form class="outcome" onSubmit={submit} aria-label={`What came of it: ${whose}`}>
          <label>
            What came of it
            <input name="outcome" required maxLength={500} autocomplete="off" list={list} autofocus />
          </label>
          <datalist id={list}>
            {usual.map((words) => (
              <option key={words} value={words} />
            ))}
          </datalist>
          <button type="submit" class="primary" disabled={busy}>
            Close it
          </button>
        </form>
      )}
      <Problem>{problem ?? taking.problem}</Problem>
    </div>
  )
}
