import { Curl } from './curl.tsx'
import { dateOf } from './days.ts'
import type { Enrolment, PageState } from './shapes.ts'
import { useSubmit } from './use-submit.ts'

interface Props {
  readonly state: PageState
  readonly enrol: (enrolment: Enrolment) => Promise<void>
}

/** The first thing to do: one patient, by form or by API. */
export function Enrol({ state, enrol }: Props) {
  const { firstSteps, local, phones } = state
  const isFirst = phones.length === 0
  const example = isFirst ? firstSteps : undefined
  const { submit, busy, problem } = useSubmit((form) => enrol(enrolmentOf(form, dateOf(local))))
  return (
    <section class="card enrol" aria-labelledby="enrol">
      <div class="card-head">
        <h2 id="enrol">{isFirst ? 'Enrol the first patient' : 'Enrol a patient'}</h2>
      </div>
      <p class="quiet">
        One call plans every text of the course. The welcome goes at once; then let the clock jump.
      </p>
      <form onSubmit={submit}>
        <div class="fields">
          <label>
            Reference
            <input name="reference" required autocomplete="off" defaultValue={example?.reference ?? ''} />
          </label>
          <label>
            Given name
            <input name="givenName" autocomplete="off" defaultValue={example?.givenName ?? ''} />
          </label>
          <label>
            Mobile
            <input
              name="mobile"
              type="tel"
              required
              autocomplete="off"
              defaultValue={example?.mobile ?? ''}
            />
          </label>
        </div>
        <fieldset class="fields">
          <legend>Injections, on the clinic's clock</legend>
          {firstSteps.injections.map((at, index) => (
            <label key={at}>
              Injection {index + 1}
              <input name="injection" type="datetime-local" required={index === 0} defaultValue={at} />
            </label>
          ))}
        </fieldset>
        <label class="consent">
          <input type="checkbox" required defaultChecked />
          <span>The patient agreed in writing today to get texts</span>
        </label>
        <button type="submit" class="primary" disabled={busy}>
          Enrol
        </button>
        {problem !== undefined && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
      </form>
      {isFirst && <Curl command={firstSteps.enrolCurl} />}
    </section>
  )
}

function enrolmentOf(form: FormData, today: string): Enrolment {
  const text = (name: string): string => String(form.get(name) ?? '').trim()
  return {
    reference: text('reference'),
    mobile: text('mobile'),
    ...(text('givenName') !== '' && { givenName: text('givenName') }),
    injections: form
      .getAll('injection')
      .map(String)
      .filter((at) => at !== '')
      .map((at) => ({ at })),
    consent: { given: today, method: 'written' },
  }
}
