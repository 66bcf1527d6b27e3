import { useRef, useState } from 'preact/hooks'
import type { Patient, PatientChange } from '../api/shapes.ts'
import { Field } from '../controls/field.tsx'
import { endText, ProblemsContext } from '../controls/field-problems.tsx'
import { Problem } from '../controls/notice.tsx'
import { mobileText } from '../controls/phone-number.ts'
import { useAsked } from '../controls/use-asked.ts'
import { typed, useSubmit } from '../controls/use-work.ts'
import { ZoneField } from '../controls/zone-field.tsx'
import { FIELDS } from '../patients/draft.ts'
import { GivenNameField, LabelField } from '../patients/person-fields.tsx'
import { useSession } from '../shell/session.ts'
import { DifferenceView } from './difference-view.tsx'

interface Props {
  readonly patient: Patient
  readonly close: () => void
  readonly reload: () => Promise<void>
}

/** Number, zone, name and wishes, with what a change does to the texts still to come. */
export function DetailsForm({ patient, close, reload }: Props) {
  const { api } = useSession()
  const form = useRef<HTMLFormElement>(null)
  const [before] = useState(patient)
  const [change, setChange] = useState<PatientChange>({})
  const isChange = Object.keys(change).length > 0
  const { value: difference, ...refused } = useAsked(
    isChange ? () => api.patientDifference(patient.id, change) : undefined,
    JSON.stringify(change),
  )
  const { submit, busy, problem, errors } = useSubmit(async (filled) => {
    const wanted = changeOf(filled, before)
    if (Object.keys(wanted).length > 0) await api.changePatient(patient.id, wanted)
    await reload()
    close()
  })
  const follow = () => form.current !== null && setChange(changeOf(new FormData(form.current), before))
  const shown = refused.errors ?? errors
  return (
    <ProblemsContext.Provider value={shown}>
      <form class="card form" aria-label="Details" ref={form} onSubmit={submit} onInput={follow}>
        <h2>Details</h2>
        <div class="fields">
          <Field path="mobile" label="Mobile">
            {(field) => <input {...field} type="tel" required defaultValue={mobileText(before.mobile)} />}
          </Field>
          <GivenNameField name={before.givenName} />
          <ZoneField zone={before.timeZone} hint="Moves texts, never visits." />
          <LabelField label={before.label} />
        </div>
        <div class="checks">
          <label class="check">
            <input name="belt" type="checkbox" defaultChecked={before.belt} />
            <span>Wears a sacroiliac belt</span>
          </label>
          <label class="check">
            <input name="fewerTexts" type="checkbox" defaultChecked={before.fewerTexts} />
            <span>
              Wants fewer texts
              <small>What can be spared is left out as it falls due.</small>
            </span>
          </label>
        </div>
        <Problem>{endText(problem ?? refused.problem, shown, FIELDS)}</Problem>
        <div class="difference" role="status">
          {difference !== undefined && <DifferenceView difference={difference} />}
        </div>
        <div class="row">
          <button type="submit" class="primary" disabled={busy || !isChange || refused.problem !== undefined}>
            {busy ? 'Saving…' : 'Save'}
          </button>
          <button type="button" onClick={close}>
            Close
          </button>
        </div>
      </form>
    </ProblemsContext.Provider>
  )
}

/** What was changed in the form, and nothing else: what somebody else changed meanwhile stays. */
function changeOf(form: FormData, before: Patient): PatientChange {
  const [mobile, timeZone] = [typed(form, 'mobile'), typed(form, 'timeZone')]
  const [givenName, label] = [typed(form, 'givenName'), typed(form, 'label')]
  const [belt, fewerTexts] = [form.has('belt'), form.has('fewerTexts')]
  return {
    ...(mobile !== mobileText(before.mobile) && { mobile }),
    ...(timeZone !== before.timeZone && { timeZone }),
    ...(givenName !== (before.givenName ?? '') && { givenName: givenName || null }),
    ...(label !== (before.label ?? '') && { label: label || null }),
    ...(belt !== before.belt && { belt }),
    ...(fewerTexts !== before.fewerTexts && { fewerTexts }),
  }
}
