import { Field } from '../controls/field.tsx'
import { ProblemOf, useFieldAttributes } from '../controls/field-problems.tsx'
import { nameOfSetting } from './setting-words.ts'

interface FieldProps<T> {
  readonly path: string
  readonly value: T
  readonly change: (value: T) => void
  readonly hint?: string
}

interface TextProps extends FieldProps<string> {
  readonly most: number
  readonly isNumber?: boolean
  readonly required?: boolean
}

export const TextSetting = ({ path, value, change, hint, ...props }: TextProps) => {
  const { most, isNumber = false, required = true } = props
  return (
    <Field path={path} label={nameOfSetting(path)} hint={hint}>
      {(field) => (
        <input
          {...field}
          type="text"
          inputMode={isNumber ? 'tel' : 'text'}
          required={required}
          maxLength={most}
          value={value}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

interface NumberProps extends FieldProps<number> {
  readonly least: number
  readonly most: number
}

export const NumberSetting = ({ path, value, change, hint, least, most }: NumberProps) => (
  <Field path={path} label={nameOfSetting(path)} hint={hint}>
    {(field) => (
      <input
        {...field}
        type="number"
        required
        min={least}
        max={most}
        value={Number.isNaN(value) ? '' : value}
        onInput={(event) => change(event.currentTarget.valueAsNumber)}
      />
    )}
  </Field>
)

interface ChoiceProps extends FieldProps<string> {
  /** Value and words. */
  readonly choices: readonly (readonly [string, string])[]
}

export const ChoiceSetting = ({ path, value, change, hint, choices }: ChoiceProps) => (
  <Field path={path} label={nameOfSetting(path)} hint={hint}>
    {(field) => (
      <select {...field} value={value} onChange={(event) => change(event.currentTarget.value)}>
        {choices.map(([each, words]) => (
          <option key={each} value={each} selected={each === value}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
)

export function CheckSetting({ path, value, change, hint }: FieldProps<boolean>) {
  return (
    <div>
      <label class="check">
        <input
          {...useFieldAttributes(path)}
          type="checkbox"
          checked={value}
          onChange={(event) => change(event.currentTarget.checked)}
        />
        <span>
          {nameOfSetting(path)}
          {hint !== undefined && <small>{hint}</small>}
        </span>
      </label>
      <ProblemOf path={path} />
    </div>
  )
}
