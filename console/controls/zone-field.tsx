import { Field } from './field.tsx'

const ZONES = [
  'Australia/Sydney',
  'Australia/Melbourne',
  'Australia/Hobart',
  'Australia/Brisbane',
  'Australia/Adelaide',
  'Australia/Darwin',
  'Australia/Perth',
  'Pacific/Auckland',
]

/** A zone that is not in the list stays one of its choices. */
export const ZoneField = ({ zone, hint }: { zone: string; hint?: string }) => (
  <Field path="timeZone" label="Time zone of the patient" hint={hint}>
    {(field) => (
      <select {...field} defaultValue={zone}>
        {[...new Set([zone, ...ZONES])].map((each) => (
          <option key={each} value={each} selected={each === zone}>
            {cityOf(each)}
          </option>
        ))}
      </select>
    )}
  </Field>
)

/** `Australia/Broken_Hill` as `Broken Hill`. */
export const cityOf = (zone: string): string => zone.replace(/.*\//, '').replaceAll('_', ' ')
