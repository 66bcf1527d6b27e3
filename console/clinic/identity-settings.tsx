import { SLOTS } from '../../lib/protocol/slots.ts'
import { TextSetting } from './setting-field.tsx'
import { SettingGroup, type SettingsProps } from './setting-group.tsx'

/** Names and numbers that stand in texts. */
export function IdentitySettings({ settings, change }: SettingsProps) {
  return (
    <SettingGroup
      title="Names and numbers"
      about="As patients read them in texts. Each text is sized for the longest that fits here."
    >
      <div class="fields">
        <TextSetting
          path="name"
          most={SLOTS.clinic}
          value={settings.name}
          change={(name) => change({ name })}
          hint="Opens every text."
        />
        <TextSetting
          path="city"
          most={SLOTS.city}
          value={settings.city}
          change={(city) => change({ city })}
          hint="Said to patients in another time zone."
        />
        <TextSetting
          path="phone"
          isNumber
          most={SLOTS.phone}
          value={settings.phone}
          change={(phone) => change({ phone })}
        />
        <TextSetting
          path="afterHoursLine"
          isNumber
          most={SLOTS.line}
          value={settings.afterHoursLine}
          change={(afterHoursLine) => change({ afterHoursLine })}
          hint="Answered when the clinic is closed."
        />
        <TextSetting
          path="emergencyNumber"
          isNumber
          most={SLOTS.em}
          value={settings.emergencyNumber}
          change={(emergencyNumber) => change({ emergencyNumber })}
        />
        <TextSetting
          path="crisisLine"
          isNumber
          most={SLOTS.crisis}
          value={settings.crisisLine}
          change={(crisisLine) => change({ crisisLine })}
        />
        <TextSetting
          path="poisonsLine"
          isNumber
          most={SLOTS.poison}
          value={settings.poisonsLine}
          change={(poisonsLine) => change({ poisonsLine })}
        />
      </div>
    </SettingGroup>
  )
}
