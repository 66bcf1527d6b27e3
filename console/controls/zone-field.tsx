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

/** The field `timeZone` of a form. A zone that is not in the list stays one of its choices. */
export const ZoneField = ({ zone, hint }: { zone: string; hint?: string }) => (
  <label>
    Time zone of the patient
    <select name="timeZone" defaultValue={zone}>
      {[...new Set([zone, ...ZONES])].map((each) => (
        <option key={each} value={each} selected={each === zone}>
          {cityOf(each)}
        </option>
      ))}
    </select>
    {hint !== undefined && <small>{hint}</small>}
  </label>
)

/** `Australia/Broken_Hill` as `Broken Hill`. */
export const cityOf = (zone: string): string => zone.replace(/.*\//, '').replaceAll('_', ' ')
