import { Field } from '../controls/field.tsx'
import { ZoneField } from '../controls/zone-field.tsx'

interface Props {
  readonly zone: string
  readonly example?: { readonly reference: string; readonly mobile: string; readonly givenName: string }
}

/** Who the patient is, and where the phone is. */
export function PersonFields({ zone, example }: Props) {
  return (
    <fieldset>
      <legend>Patient</legend>
      <div class="fields">
        <Field path="reference" label="Reference" hint="Your own, without spaces.">
          {(field) => (
            <input
              {...field}
              required
              maxLength={40}
              pattern="[!-~]+"
              title="Letters, digits and signs, without spaces"
              defaultValue={example?.reference ?? ''}
            />
          )}
        </Field>
        <Field path="mobile" label="Mobile">
          {(field) => <input {...field} type="tel" required defaultValue={example?.mobile ?? ''} />}
        </Field>
        <GivenNameField name={example?.givenName} />
        <ZoneField zone={zone} />
        <LabelField />
      </div>
      <label class="check">
        <input name="belt" type="checkbox" defaultChecked />
        <span>Wears a sacroiliac belt</span>
      </label>
    </fieldset>
  )
}

export const GivenNameField = ({ name = '' }: { name?: string | undefined }) => (
  <Field path="givenName" label="Given name (if you like)" hint="Never in a text.">
    {(field) => <input {...field} maxLength={40} defaultValue={name} />}
  </Field>
)

export const LabelField = ({ label = '' }: { label?: string | undefined }) => (
  <Field path="label" label="Label (shared phone)" hint="Tells two patients on one phone apart.">
    {(field) => <input {...field} maxLength={10} defaultValue={label} />}
  </Field>
)
