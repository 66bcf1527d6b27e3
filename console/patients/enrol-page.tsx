import { useEffect, useRef, useState } from 'preact/hooks'
import type { FieldProblem } from '../api/call.ts'
import { serviceTime } from '../api/clinic-api.ts'
import type { PlanDraft } from '../api/shapes.ts'
import { dateOf, wallClockIn } from '../controls/days.ts'
import { endText, ProblemsContext, useFirstRefused } from '../controls/field-problems.tsx'
import { Problem } from '../controls/notice.tsx'
import { PageHead } from '../controls/page-head.tsx'
import { useAsked } from '../controls/use-asked.ts'
import { useLoaded } from '../controls/use-loaded.ts'
import { useSubmit } from '../controls/use-work.ts'
import { Curl } from '../phones/curl.tsx'
import { useLocal } from '../phones/use-local.ts'
import { goTo, hrefOf } from '../shell/routing.ts'
import { useClinic, useSession } from '../shell/session.ts'
import { ConsentFields } from './consent-fields.tsx'
import { atRows, draftOf, enrolmentOf, FIELDS } from './draft.ts'
import { InjectionFields } from './injection-fields.tsx'
import { PersonFields } from './person-fields.tsx'
import { type AskedPreview, Preview } from './preview.tsx'

const NO_TIMES = ['', '', '']

/** One patient, and beside the form the calendar that it would bring about. */
export function EnrolPage() {
  const now = useLoaded(serviceTime, 'now')
  const { timeZone: zone } = useClinic()
  return (
    <>
      <PageHead title="Enrol a patient" beside={<a href={hrefOf('patients')}>All patients</a>} />
      {now.value === undefined ? (
        <p class="waiting">Reading…</p>
      ) : (
        <EnrolForm today={dateOf(wallClockIn(zone, now.value))} />
      )}
    </>
  )
}

function EnrolForm({ today }: { today: string }) {
  const { api } = useSession()
  const { timeZone: zone } = useClinic()
  const local = useLocal()?.state
  const [example] = useState(local?.phones.length === 0 ? local.firstSteps : undefined)
  const [times, setTimes] = useState<readonly string[]>(example?.injections ?? NO_TIMES)
  const [draft, setDraft] = useState<PlanDraft>()
  const form = useRef<HTMLFormElement>(null)
  const follow = () => setDraft(form.current === null ? undefined : draftOf(new FormData(form.current)))
  useEffect(follow, [times])
  const { submit, busy, problem, errors } = useSubmit(async (form) => {
    const { patient } = await api.enrol(enrolmentOf(form))
    goTo('patients', patient.id)
  })
  const asked = useAsked(
    draft !== undefined && draft.injections.length > 0 ? () => api.preview(draft) : undefined,
    JSON.stringify(draft ?? null),
  )
  const refused = atRows(
    [...errors.filter((one) => !isOfVisits(one)), ...visitProblems(asked, errors)],
    times,
  )
  const isMended = errors.length > 0 && refused.length === 0
  useFirstRefused(errors)
  return (
    <ProblemsContext.Provider value={refused}>
      <div class="beside">
        <form class="card form" aria-label="The patient" ref={form} onSubmit={submit} onInput={follow}>
          <PersonFields zone={zone} {...(example !== undefined && { example })} />
          <InjectionFields times={times} change={setTimes} />
          <ConsentFields today={today} />
          <button type="submit" class="primary" disabled={busy}>
            {busy ? 'Enrolling…' : 'Enrol'}
          </button>
          <Problem>{isMended ? undefined : endText(problem, refused, FIELDS)}</Problem>
          {example !== undefined && local !== undefined && <Curl command={local.firstSteps.enrolCurl} />}
        </form>
        {draft !== undefined && <Preview asked={asked} hasTimes={draft.injections.length > 0} />}
      </div>
    </ProblemsContext.Provider>
  )
}

const isOfVisits = ({ path }: FieldProblem): boolean => path.startsWith('injections')

/** The calendar is asked for at every key, so what it says of the visits is newer than what enrolling said. */
const visitProblems = (asked: AskedPreview, errors: readonly FieldProblem[]): readonly FieldProblem[] =>
  asked.value === undefined ? (asked.errors ?? errors.filter(isOfVisits)) : []
