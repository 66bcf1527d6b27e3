import { useState } from 'preact/hooks'
import type { MovedPatient, VisitsMove } from '../api/shapes.ts'
import { countText } from '../controls/count-text.ts'
import { Field } from '../controls/field.tsx'
import { endText, ProblemsContext, useFirstRefused } from '../controls/field-problems.tsx'
import { Notice, Problem } from '../controls/notice.tsx'
import { PageHead } from '../controls/page-head.tsx'
import { typed, useSubmit, useWork } from '../controls/use-work.ts'
import { hrefOf } from '../shell/routing.ts'
import { useSession } from '../shell/session.ts'
import { MovedRows } from './moved-rows.tsx'

interface Answer {
  readonly move: VisitsMove
  readonly dryRun: boolean
  readonly items: readonly MovedPatient[]
}

const USUAL_DAYS = 7
const MOST_DAYS = 180
const FIELDS = ['from', 'to', 'days']

/** "The doctor is away": every visit of some days goes on by some days, once somebody has seen whose. */
export function MoveVisitsPage() {
  const { api } = useSession()
  const [answer, setAnswer] = useState<Answer>()
  const { submit, busy, problem, errors } = useSubmit(async (form) => {
    setAnswer(undefined)
    const move = { from: typed(form, 'from'), to: typed(form, 'to'), days: Number(typed(form, 'days')) }
    setAnswer({ move, dryRun: true, items: (await api.moveVisits(move, true)).items })
  })
  const applying = useWork()
  const apply = ({ move, dryRun, items }: Answer) =>
    applying.perform(async () => {
      const moved = (await api.moveVisits(move, false)).items
      setAnswer({ move, dryRun: false, items: dryRun ? moved : [...withoutLeft(items), ...moved] })
    })
  useFirstRefused(errors)
  return (
    <ProblemsContext.Provider value={errors}>
      <PageHead title="Move visits" beside={<a href={hrefOf('today')}>Today</a>} />
      <form
        class="card form"
        aria-label="Which visits"
        onSubmit={submit}
        onInput={() => setAnswer(undefined)}
      >
        <p class="quiet">
          For days on which nobody can give injections. Each visit keeps its time of day and goes on to the
          next day the clinic is open; each patient is told by text. Nothing moves before you have seen whose.
        </p>
        <div class="fields">
          <Field path="from" label="First day away">
            {(field) => <input {...field} type="date" required />}
          </Field>
          <Field path="to" label="Last day away">
            {(field) => <input {...field} type="date" required />}
          </Field>
          <Field path="days" label="Move by days" hint="7 keeps the day of the week.">
            {(field) => (
              <input
                {...field}
                type="number"
                required
                min={1}
                max={MOST_DAYS}
                defaultValue={String(USUAL_DAYS)}
              />
            )}
          </Field>
        </div>
        <button type="submit" class="primary" disabled={busy}>
          {busy ? 'Looking…' : 'Show whose visits'}
        </button>
        <Problem>{endText(problem, errors, FIELDS)}</Problem>
      </form>
      {answer !== undefined && (
        <Result answer={answer} busy={applying.busy} problem={applying.problem} apply={() => apply(answer)} />
      )}
    </ProblemsContext.Provider>
  )
}

const withoutLeft = (items: readonly MovedPatient[]) => items.filter(({ state }) => state !== 'left')

interface ResultProps {
  readonly answer: Answer
  readonly busy: boolean
  readonly problem: string | undefined
  readonly apply: () => void
}

function Result({ answer: { items, dryRun }, busy, problem, apply }: ResultProps) {
  const visitsOf = (state: MovedPatient['state']) =>
    items.filter((one) => one.state === state).reduce((sum, { visits }) => sum + visits.length, 0)
  const [moved, refused, left] = [visitsOf('moved'), visitsOf('refused'), visitsOf('left')]
  const isOpen = dryRun ? moved > 0 : left > 0
  return (
    <section class="card" aria-labelledby="moved">
      <div class="card-head">
        <h2 id="moved">
          {items.length === 0
            ? 'There are no visits on these days.'
            : `${countText(moved, 'visit')} ${dryRun ? 'would move' : 'moved'}${refused > 0 ? `, ${refused} cannot` : ''}`}
        </h2>
        {isOpen && (
          <button type="button" class="primary" disabled={busy} onClick={apply}>
            {busy
              ? 'Moving…'
              : dryRun
                ? `Move ${countText(moved, 'visit')}`
                : `Go on with ${countText(left, 'visit')}`}
          </button>
        )}
      </div>
      <Problem>{problem}</Problem>
      {left > 0 && !dryRun && (
        <Notice>{countText(left, 'visit')} had to wait: there were too many at once.</Notice>
      )}
      {items.length > 0 && <MovedRows items={items} dryRun={dryRun} />}
    </section>
  )
}
