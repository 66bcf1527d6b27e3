import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { FieldProblem } from '../api/call.ts'
import type { Settings } from '../api/shapes.ts'
import { nameOfSetting } from './setting-words.ts'

/** What a group of settings is drawn from. */
export interface SettingsProps {
  readonly settings: Settings
  readonly change: (part: Partial<Settings>) => void
}

/** What the last check refused. */
export const ProblemsContext = createContext<readonly FieldProblem[]>([])

export const idOfSetting = (path: string): string => `setting-${path}`

interface GroupProps {
  readonly title: string
  readonly about: string
  readonly children: ComponentChildren
}

/** Settings that belong together, what they are for beside them. */
export const SettingGroup = ({ title, about, children }: GroupProps) => (
  <fieldset class="card setting-group">
    <legend class="unseen">{title}</legend>
    <div class="setting-about">
      <h2>{title}</h2>
      <p class="quiet">{about}</p>
    </div>
    <div class="setting-fields">{children}</div>
  </fieldset>
)

/** What was refused about a setting, or about a part of it. */
export function SettingProblem({ path }: { path: string }) {
  const refused = useContext(ProblemsContext).filter((problem) => problem.path.split(/[[]/)[0] === path)
  if (refused.length === 0) return null
  return (
    <p class="problem" id={`${idOfSetting(path)}-problem`}>
      {[...new Set(refused.map(({ message }) => message))].join('; ')}
    </p>
  )
}

const useAttributes = (path: string) => {
  const isRefused = useContext(ProblemsContext).some((problem) => problem.path.split(/[[]/)[0] === path)
  return {
    id: idOfSetting(path),
    ...(isRefused && { 'aria-invalid': true, 'aria-describedby': `${idOfSetting(path)}-problem` }),
  }
}

interface FieldProps<T> {
  readonly path: string
  readonly value: T
  readonly change: (value: T) => void
  readonly hint?: string
  readonly required?: boolean
}

interface TextProps extends FieldProps<string> {
  readonly most: number
  readonly isNumber?: boolean
}

export function TextSetting({
  path,
  value,
  change,
  hint,
  most,
  isNumber = false,
  required = true,
}: TextProps) {
  return (
    <div>
      <label>
        {nameOfSetting(path)}
        <input
          {...useAttributes(path)}
          type="text"
          inputMode={isNumber ? 'tel' : 'text'}
          required={required}
          maxLength={most}
          autocomplete="off"
          value={value}
          onInput={(event) => change(event.currentTarget.value)}
        />
        {hint !== undefined && <small>{hint}</small>}
      </label>
      <SettingProblem path={path} />
    </div>
  )
}

interface NumberProps extends FieldProps<number> {
  readonly least: number
  readonly most: number
}

export function NumberSetting({ path, value, change, hint, least, most }: NumberProps) {
  return (
    <div>
      <label>
        {nameOfSetting(path)}
        <input
          {...useAttributes(path)}
          type="number"
          required
          min={least}
          max={most}
          value={Number.isNaN(value) ? '' : value}
          onInput={(event) => change(event.currentTarget.valueAsNumber)}
        />
        {hint !== undefined && <small>{hint}</small>}
      </label>
      <SettingProblem path={path} />
    </div>
  )
}

export function CheckSetting({ path, value, change, hint }: FieldProps<boolean>) {
  return (
    <div>
      <label class="check">
        <input
          {...useAttributes(path)}
          type="checkbox"
          checked={value}
          onChange={(event) => change(event.currentTarget.checked)}
        />
        <span>
          {nameOfSetting(path)}
          {hint !== undefined && <small>{hint}</small>}
        </span>
      </label>
      <SettingProblem path={path} />
    </div>
  )
}

interface ChoiceProps extends FieldProps<string> {
  /** Value and words. */
  readonly choices: readonly (readonly [string, string])[]
}

export function ChoiceSetting({ path, value, change, hint, choices }: ChoiceProps) {
  return (
    <div>
      <label>
        {nameOfSetting(path)}
        <select
          {...useAttributes(path)}
          value={value}
          onChange={(event) => change(event.currentTarget.value)}
        >
          {choices.map(([each, words]) => (
            <option key={each} value={each} selected={each === value}>
              {words}
            </option>
          ))}
        </select>
        {hint !== undefined && <small>{hint}</small>}
      </label>
      <SettingProblem path={path} />
    </div>
  )
}
