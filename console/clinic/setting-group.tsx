import type { ComponentChildren } from 'preact'
import type { Settings } from '../api/shapes.ts'

/** What a group of settings is drawn from. */
export interface SettingsProps {
  readonly settings: Settings
  readonly change: (part: Partial<Settings>) => void
}

interface Props {
  readonly title: string
  readonly about: string
  readonly children: ComponentChildren
}

/** Settings that belong together, what they are for beside them. */
export const SettingGroup = ({ title, about, children }: Props) => (
  <fieldset class="card setting-group">
    <legend class="unseen">{title}</legend>
    <div class="setting-about">
      <h2>{title}</h2>
      <p class="quiet">{about}</p>
    </div>
    <div class="setting-fields">{children}</div>
  </fieldset>
)
