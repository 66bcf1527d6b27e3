import type { ProtocolSummary } from '../api/shapes.ts'
import { ProblemOf } from '../controls/field-problems.tsx'
import { CheckSetting } from './setting-field.tsx'
import { SettingGroup, type SettingsProps } from './setting-group.tsx'

interface Props extends SettingsProps {
  readonly protocols: readonly ProtocolSummary[]
}

/** The brake: texts wait until it is let go. */
export function HoldSettings({ settings: { hold }, change, protocols }: Props) {
  const holds = (id: string, isHeld: boolean) =>
    change({
      hold: {
        ...hold,
        protocols: isHeld ? [...hold.protocols, id] : hold.protocols.filter((other) => other !== id),
      },
    })
  return (
    <SettingGroup
      title="Hold"
      about="Texts wait, and go once released if they are still of use. Safety answers and red flags are never held."
    >
      <CheckSetting
        path="hold.all"
        value={hold.all}
        change={(all) => change({ hold: { ...hold, all } })}
        hint="Of all patients of the clinic."
      />
      {protocols.map(({ id, title }) => (
        <label class="check" key={id}>
          <input
            type="checkbox"
            checked={hold.protocols.includes(id)}
            onChange={(event) => holds(id, event.currentTarget.checked)}
          />
          <span>
            Hold the texts of {title}
            <small>{id}</small>
          </span>
        </label>
      ))}
      <ProblemOf path="hold.protocols" />
    </SettingGroup>
  )
}
