import { useEffect, useRef, useState } from 'preact/hooks'
import { serviceTime } from '../api/clinic-api.ts'
import type { PlanDraft } from '../api/shapes.ts'
import { dateOf, wallClockIn } from '../controls/days.ts'
import { Problem } from '../controls/notice.tsx'
import { PageHead } from '../controls/page-head.tsx'
import { useLoaded } from '../controls/use-loaded.ts'
import { useSubmit } from '../controls/use-work.ts'
import { Curl } from '../phones/curl.tsx'
import { useLocal } from '../phones/use-local.ts'
import { goTo, hrefOf } from '../shell/routing.ts'
import { useClinic, useSession } from '../shell/session.ts'
import { draftOf, enrolmentOf } from './draft.ts'
import { InjectionFields } from './injection-fields.tsx'
import { PersonFields } from './person-fields.tsx'
import { Preview } from './preview.tsx'

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
  const { submit, busy, problem } = useSubmit(async (form) => {
    const { patient } = await api.enrol(enrolmentOf(form))
    goTo('patients', patient.id)
  })
  return (
    <div class="beside">
      <form class="card form" aria-label="The patient" ref={form} onSubmit={submit} onInput={follow}>
        <PersonFields zone={zone} {...(example !== undefined && { example })} />
        <InjectionFields times={times} change={setTimes} />
        <fieldset>
          <legend>Consent to be texted</legend>
          <div class="fields">
            <label>
              Given on
              <input name="consentGiven" type="date" required defaultValue={today} max={today} />
            </label>
            <label>
              How
              <select name="consentMethod">
                <option value="written">in writing</option>
                <option value="verbal">verbally</option>
                <option value="online">online</option>
              </select>
            </label>
          </div>
          <label class="check">
            <input type="checkbox" required />
            <span>The patient agreed to get texts about this treatment</span>
          </label>
        </fieldset>
        <button type="submit" class="primary" disabled={busy}>
          {busy ? 'Enrolling…' : 'Enrol'}
        </button>
        <Problem>{problem}</Problem>
        {example !== undefined && local !== undefined && <Curl command={local.firstSteps.enrolCurl} />}
      </form>
      {draft !== undefined && <Preview draft={draft} />}
    </div>
  )
}
