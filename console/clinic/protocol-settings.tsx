import type { Settings } from '../api/shapes.ts'
import { CheckSetting, ChoiceSetting, NumberSetting } from './setting-field.tsx'
import { SettingGroup, type SettingsProps } from './setting-group.tsx'
import { SECOND_REMINDER } from './setting-words.ts'

type Clinical = Settings['protocolSettings']

const DAYS_AFTER = { usual: 28, least: 7, most: 84 }
const DAYS_BEFORE = { usual: 7, least: 1, most: 14 }

/** Clinical choices: what is right for one clinic's patients is for its doctors to say. */
export function ProtocolSettings({ settings: { protocolSettings: now }, change }: SettingsProps) {
  const set = (part: Partial<Clinical>) => change({ protocolSettings: { ...now, ...part } })
  return (
    <SettingGroup
      title="Treatment"
      about="For the clinic's doctors to decide. They hold for texts still to come; what was sent stays."
    >
      <div class="fields">
        <NumberSetting
          path="protocolSettings.injections"
          least={1}
          most={9}
          value={now.injections}
          change={(injections) => set({ injections })}
        />
        <NumberSetting
          path="protocolSettings.gapDays"
          least={7}
          most={182}
          value={now.gapDays}
          change={(gapDays) => set({ gapDays })}
          hint="From one injection to the next proposed one."
        />
        <NumberSetting
          path="protocolSettings.physioRestartDay"
          least={1}
          most={60}
          value={now.physioRestartDay}
          change={(physioRestartDay) => set({ physioRestartDay })}
        />
        <ChoiceSetting
          path="protocolSettings.secondReminder"
          value={now.secondReminder}
          change={(value) => set({ secondReminder: value === 'two-days' ? value : 'two-working-days' })}
          choices={Object.entries(SECOND_REMINDER)}
        />
      </div>
      <DaysOr
        path="protocolSettings.nsaidAfter"
        word="until-cleared"
        words="until the doctor clears it"
        days={DAYS_AFTER}
        value={now.nsaidAfter}
        change={(nsaidAfter) => set({ nsaidAfter })}
      />
      <DaysOr
        path="protocolSettings.nsaidBefore"
        word="none"
        words="not asked for"
        days={DAYS_BEFORE}
        value={now.nsaidBefore}
        change={(nsaidBefore) => set({ nsaidBefore })}
      />
      <div class="checks">
        <CheckSetting
          path="protocolSettings.topicalCounts"
          value={now.topicalCounts}
          change={(topicalCounts) => set({ topicalCounts })}
          hint="As anti-inflammatories, like tablets."
        />
        <CheckSetting
          path="protocolSettings.belt"
          value={now.belt}
          change={(belt) => set({ belt })}
          hint="Unless a patient's own page says otherwise."
        />
        <CheckSetting
          path="protocolSettings.baselinePain"
          value={now.baselinePain}
          change={(baselinePain) => set({ baselinePain })}
        />
        <CheckSetting
          path="protocolSettings.workingDaysOnly"
          value={now.workingDaysOnly.length > 0}
          change={(only) => set({ workingDaysOnly: only ? ['pain check'] : [] })}
          hint="So that somebody reads a high score the same day."
        />
      </div>
    </SettingGroup>
  )
}

interface DaysOrProps<T extends string> {
  readonly path: string
  readonly word: T
  readonly words: string
  readonly days: { readonly usual: number; readonly least: number; readonly most: number }
  readonly value: T | number
  readonly change: (value: T | number) => void
}

/** A number of days, or the one word that says there is none. */
function DaysOr<T extends string>({ path, word, words, days, value, change }: DaysOrProps<T>) {
  const { usual, least, most } = days
  return (
    <div class="days-or">
      <ChoiceSetting
        path={path}
        value={typeof value === 'number' ? 'days' : word}
        change={(chosen) => change(chosen === 'days' ? usual : word)}
        choices={[
          [word, words],
          ['days', 'for a number of days'],
        ]}
      />
      {typeof value === 'number' && (
        <label>
          Days
          <input
            type="number"
            required
            min={least}
            max={most}
            value={Number.isNaN(value) ? '' : value}
            onInput={(event) => change(event.currentTarget.valueAsNumber)}
          />
        </label>
      )}
    </div>
  )
}
