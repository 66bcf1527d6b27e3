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
        <label>
          Reference
          <input
            name="reference"
            required
            maxLength={40}
            autocomplete="off"
            defaultValue={example?.reference ?? ''}
          />
          <small>Your own, without spaces.</small>
        </label>
        <label>
          Mobile
          <input name="mobile" type="tel" required autocomplete="off" defaultValue={example?.mobile ?? ''} />
        </label>
        <label>
          Given name (if you like)
          <input name="givenName" maxLength={40} autocomplete="off" defaultValue={example?.givenName ?? ''} />
          <small>Never in a text.</small>
        </label>
        <ZoneField zone={zone} />
        <label>
          Label (shared phone)
          <input name="label" maxLength={10} autocomplete="off" />
          <small>Tells two patients on one phone apart.</small>
        </label>
      </div>
      <label class="check">
        <input name="belt" type="checkbox" defaultChecked />
        <span>Wears a sacroiliac belt</span>
      </label>
    </fieldset>
  )
}
