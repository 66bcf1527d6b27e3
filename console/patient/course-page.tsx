import { useState } from 'preact/hooks'
import { endText, ProblemsContext, useFirstRefused } from '../controls/field-problems.tsx'
import { LoadView } from '../controls/load-view.tsx'
import { Problem } from '../controls/notice.tsx'
import { PageHead } from '../controls/page-head.tsx'
import { useSubmit } from '../controls/use-work.ts'
import { atRows, draftOf, FIELDS } from '../patients/draft.ts'
import { InjectionFields } from '../patients/injection-fields.tsx'
import { goTo, hrefOf } from '../shell/routing.ts'
import { useSession } from '../shell/session.ts'
import { nameOf, type PatientFile, usePatient } from './use-patient.ts'

/** A further course of somebody who is enrolled already, such as the other side. */
export function CoursePage({ id }: { id: string }) {
  return <LoadView loaded={usePatient(id)}>{(file) => <CourseForm patient={file.patient} />}</LoadView>
}

const NO_TIMES = ['', '', '']

function CourseForm({ patient }: Pick<PatientFile, 'patient'>) {
  const { api } = useSession()
  const { id, belt } = patient
  const [times, setTimes] = useState<readonly string[]>(NO_TIMES)
  const { submit, busy, problem, errors } = useSubmit(async (form) => {
    const { injections, belt: wears } = draftOf(form)
    await api.addCourse(id, { injections, belt: wears })
    goTo('patients', id)
  })
  const refused = atRows(errors, times)
  useFirstRefused(errors)
  return (
    <ProblemsContext.Provider value={refused}>
      <PageHead
        title={`A further course for ${nameOf(patient)}`}
        tab={`${patient.reference}, further course`}
        beside={<a href={hrefOf('patients', id)}>Back to the patient</a>}
      />
      <form class="card form narrow-form" aria-label="The course" onSubmit={submit}>
        <p class="quiet">
          The courses before stay as they are. Every text of the new one stands on the patient's page at once,
          and nothing goes before its day.
        </p>
        <InjectionFields times={times} change={setTimes} />
        <label class="check">
          <input name="belt" type="checkbox" defaultChecked={belt} />
          <span>Wears a sacroiliac belt</span>
        </label>
        <button type="submit" class="primary" disabled={busy}>
          {busy ? 'Adding…' : 'Add the course'}
        </button>
        <Problem>{endText(problem, refused, FIELDS)}</Problem>
      </form>
    </ProblemsContext.Provider>
  )
}
