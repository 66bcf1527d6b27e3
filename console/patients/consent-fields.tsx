import { Field } from '../controls/field.tsx'

/** That the patient agreed, when and how; nobody is enrolled without. */
export const ConsentFields = ({ today }: { today: string }) => (
  <fieldset>
    <legend>Consent to be texted</legend>
    <div class="fields">
      <Field path="consent.given" label="Given on">
        {(field) => <input {...field} type="date" required defaultValue={today} max={today} />}
      </Field>
      <label>
        How
        <select name="consent.method">
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
)
