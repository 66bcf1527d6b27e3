import type { ComponentChildren } from 'preact'
import { idOfField, ProblemOf, useFieldAttributes } from './field-problems.tsx'

interface Props {
  /** Of the field in the API; a form finds it by this name. */
  readonly path: string
  readonly label: string
  readonly hint?: string | undefined
  readonly children: (attributes: FieldAttributes) => ComponentChildren
}

export interface FieldAttributes extends ReturnType<typeof useFieldAttributes> {
  readonly name: string
  readonly autocomplete: 'off'
}

/** One thing to fill in, and under it what was refused about it. */
export function Field({ path, label, hint, children }: Props) {
  return (
    <div>
      <label htmlFor={idOfField(path)}>
        {label}
        {children({ name: path, autocomplete: 'off', ...useFieldAttributes(path) })}
        {hint !== undefined && <small>{hint}</small>}
      </label>
      <ProblemOf path={path} />
    </div>
  )
}
