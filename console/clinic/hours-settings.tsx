import type { DayName, Settings } from '../api/shapes.ts'
import { idOfField, ProblemOf } from '../controls/field-problems.tsx'
import { NumberSetting } from './setting-field.tsx'
import { SettingGroup, type SettingsProps } from './setting-group.tsx'
import { DAYS } from './setting-words.ts'

const USUAL = '08:30-17:00'
const DAY_NAMES = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies readonly DayName[]

/** When the clinic is open, week by week. */
export function OpeningSettings({ settings: { opening }, change }: SettingsProps) {
  const set = (day: DayName, hours: string | undefined) => {
    const { [day]: _, ...others } = opening
    change({ opening: hours === undefined ? others : { ...others, [day]: hours } })
  }
  return (
    <SettingGroup
      title="Opening hours"
      about="Decide when a red flag wakes the one on call, which days count as working days, and where moved visits may land."
    >
      <ul class="week">
        {DAY_NAMES.map((day) => (
          <OpeningDay key={day} day={day} hours={opening[day]} change={(hours) => set(day, hours)} />
        ))}
      </ul>
      <ProblemOf path="opening" />
    </SettingGroup>
  )
}

interface DayProps {
  readonly day: DayName
  readonly hours: string | undefined
  readonly change: (hours: string | undefined) => void
}

function OpeningDay({ day, hours, change }: DayProps) {
  return (
    <li>
      <label class="check">
        <input
          type="checkbox"
          checked={hours !== undefined}
          onChange={(event) => change(event.currentTarget.checked ? USUAL : undefined)}
        />
        <span>{DAYS[day]}</span>
      </label>
      {hours === undefined ? (
        <span class="quiet">closed</span>
      ) : (
        <Hours path={`opening.${day}`} whose={DAYS[day]} hours={hours} change={change} />
      )}
      <ProblemOf path={`opening.${day}`} />
    </li>
  )
}

interface HoursProps {
  readonly path: string
  readonly whose: string
  /** `08:30-17:00`. */
  readonly hours: string
  readonly change: (hours: string) => void
}

function Hours({ path, whose, hours, change }: HoursProps) {
  const [from = '', to = ''] = hours.split('-')
  return (
    <span class="hours">
      <input
        id={idOfField(path)}
        type="time"
        required
        aria-label={`${whose}, from`}
        value={from}
        onInput={(event) => change(`${event.currentTarget.value}-${to}`)}
      />
      <span aria-hidden="true">to</span>
      <input
        type="time"
        required
        aria-label={`${whose}, to`}
        value={to}
        onInput={(event) => change(`${from}-${event.currentTarget.value}`)}
      />
    </span>
  )
}

const MOST_SPREAD = 60

/** When patients may be texted. */
export function TextingSettings({ settings, change }: SettingsProps) {
  return (
    <SettingGroup
      title="Texting hours"
      about="On the patient's own clock. Only answers to a patient's message leave outside them."
    >
      <div class="setting-hours">
        <span class="setting-label">Texts go from</span>
        <Hours
          path="textingHours"
          whose="Texting hours"
          hours={settings.textingHours}
          change={(textingHours: Settings['textingHours']) => change({ textingHours })}
        />
        <ProblemOf path="textingHours" />
      </div>
      <div class="fields">
        <NumberSetting
          path="spreadMinutes"
          least={0}
          most={MOST_SPREAD}
          value={settings.spreadMinutes}
          change={(spreadMinutes) => change({ spreadMinutes })}
          hint="Minutes, so that everybody's 10:00 am is not one burst of calls to the front desk."
        />
      </div>
    </SettingGroup>
  )
}
