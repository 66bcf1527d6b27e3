import type { Settings } from '../api/shapes.ts'
import { idOfField, ProblemOf } from '../controls/field-problems.tsx'
import { mobileText } from '../controls/phone-number.ts'
import { CheckSetting, TextSetting } from './setting-field.tsx'
import { SettingGroup, type SettingsProps } from './setting-group.tsx'
import { RUNGS } from './setting-words.ts'

const LONGEST_NUMBER = 40
const LADDER_END = 180

/** Who is alerted when a patient may need a person, and how soon the next one is. */
export function OnCallSettings({
  settings: { onCall, tier2WakesOnCall, ladderMinutes },
  change,
}: SettingsProps) {
  return (
    <SettingGroup
      title="On call"
      about="Who is texted when a patient may need a person. Each answers OK and the number in the alert to take it on."
    >
      <div class="fields">
        <TextSetting
          path="onCall.A"
          isNumber
          most={LONGEST_NUMBER}
          value={mobileText(onCall.A)}
          change={(A) => change({ onCall: { ...onCall, A } })}
        />
        <TextSetting
          path="onCall.B"
          isNumber
          required={false}
          most={LONGEST_NUMBER}
          value={mobileText(onCall.B ?? '')}
          change={(B) => change({ onCall: B === '' ? { A: onCall.A } : { ...onCall, B } })}
          hint="Empty: A stands in."
        />
      </div>
      <CheckSetting
        path="tier2WakesOnCall"
        value={tier2WakesOnCall}
        change={(wakes) => change({ tier2WakesOnCall: wakes })}
        hint="Outside opening hours too. An emergency always does."
      />
      <Ladder minutes={ladderMinutes} change={(minutes) => change({ ladderMinutes: minutes })} />
    </SettingGroup>
  )
}

type Minutes = Settings['ladderMinutes']

function Ladder({ minutes, change }: { minutes: Minutes; change: (minutes: Minutes) => void }) {
  const [first, again, second, both, end] = minutes
  const steps: readonly (readonly [number, (value: number) => Minutes])[] = [
    [first, (value) => [value, again, second, both, end]],
    [again, (value) => [first, value, second, both, end]],
    [second, (value) => [first, again, value, both, end]],
    [both, (value) => [first, again, second, value, end]],
    [end, (value) => [first, again, second, both, value]],
  ]
  return (
    <fieldset class="ladder">
      <legend class="setting-label">
        Minutes after a red flag at which each is alerted, while nobody answers
      </legend>
      <ol id={idOfField('ladderMinutes')} tabIndex={-1}>
        {steps.map(([minute, set], index) => (
          <li key={index}>
            <label>
              <span>{RUNGS[index]}</span>
              <input
                type="number"
                required
                min={0}
                max={LADDER_END}
                value={Number.isNaN(minute) ? '' : minute}
                onInput={(event) => change(set(event.currentTarget.valueAsNumber))}
              />
            </label>
          </li>
        ))}
      </ol>
      <ProblemOf path="ladderMinutes" />
    </fieldset>
  )
}
