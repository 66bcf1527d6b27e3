import { useState } from 'preact/hooks'
import type { ClinicView, Settings } from '../api/shapes.ts'
import { yearDayText } from '../controls/days.ts'
import { ProblemOf } from '../controls/field-problems.tsx'
import { ChoiceSetting } from './setting-field.tsx'
import { SettingGroup, type SettingsProps } from './setting-group.tsx'
import { HOLIDAYS } from './setting-words.ts'

const NO_HOLIDAYS = ''

interface Props extends SettingsProps {
  readonly knownUntil: ClinicView['holidaysUntil']
}

/** Days on which the clinic is closed: a state's public holidays, and its own. */
export function ClosedDaysSettings({ settings: { holidays, closedDays }, change, knownUntil }: Props) {
  const calendars = Object.keys(HOLIDAYS).filter(isCalendar)
  return (
    <SettingGroup
      title="Closed days"
      about="Count as closed in every rule above. A visit that is booked on one stays: move it yourself."
    >
      <ChoiceSetting
        path="holidays"
        value={holidays ?? NO_HOLIDAYS}
        change={(value) => change({ holidays: isCalendar(value) ? value : null })}
        choices={[
          [NO_HOLIDAYS, 'none'],
          ...calendars.map((calendar) => [calendar, HOLIDAYS[calendar]] as const),
        ]}
        {...(knownUntil !== null && { hint: `Known until ${yearDayText(knownUntil)}.` })}
      />
      <AddDays add={(days) => change({ closedDays: [...new Set([...closedDays, ...days])].sort() })} />
      {closedDays.length > 0 && (
        <ul class="closed-days" aria-label="Own closed days">
          {closedDays.map((day) => (
            <li key={day}>
              {yearDayText(day)}
              <button
                type="button"
                class="plain"
                aria-label={`Take out ${yearDayText(day)}`}
                onClick={() => change({ closedDays: closedDays.filter((other) => other !== day) })}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <ProblemOf path="closedDays" />
    </SettingGroup>
  )
}

const isCalendar = (value: string): value is NonNullable<Settings['holidays']> => value in HOLIDAYS

const DAY_MS = 86_400_000
/** Longer than any break; a slip of the year would add thousands. */
const MOST_AT_ONCE = 60

function AddDays({ add }: { add: (days: readonly string[]) => void }) {
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  const days = daysFrom(first, last === '' ? first : last)
  return (
    <div class="add-days">
      <label>
        Own closed day
        <input type="date" value={first} onInput={(event) => setFirst(event.currentTarget.value)} />
      </label>
      <label>
        to (if several)
        <input type="date" min={first} value={last} onInput={(event) => setLast(event.currentTarget.value)} />
      </label>
      <button
        type="button"
        disabled={days.length === 0}
        onClick={() => {
          add(days)
          setFirst('')
          setLast('')
        }}
      >
        {days.length > 1 ? `Add ${days.length} days` : 'Add the day'}
      </button>
    </div>
  )
}

function daysFrom(first: string, last: string): readonly string[] {
  const [from, to] = [Date.parse(first), Date.parse(last)]
  const count = (to - from) / DAY_MS + 1
  if (!(count >= 1 && count <= MOST_AT_ONCE)) return []
  return Array.from({ length: count }, (_, index) =>
    new Date(from + index * DAY_MS).toISOString().slice(0, 10),
  )
}
