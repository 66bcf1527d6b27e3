import { ProblemOf, useFieldAttributes } from '../controls/field-problems.tsx'
import { STATES, sixWeeksApart } from './draft.ts'

const MOST = 9

interface Props {
  readonly times: readonly string[]
  readonly change: (times: readonly string[]) => void
}

/** When the injections are, on the clinic's clock. Those without a time yet are left empty. */
export function InjectionFields({ times, change }: Props) {
  const [first = ''] = times
  return (
    <fieldset>
      <legend>Injections, on the clinic's clock</legend>
      <ol class="injection-fields">
        {times.map((at, index) => (
          <InjectionField
            key={index}
            index={index}
            at={at}
            change={(value) => change(times.map((other, place) => (place === index ? value : other)))}
          />
        ))}
      </ol>
      <ProblemOf path="injections" />
      <div class="row">
        <button
          type="button"
          disabled={first === ''}
          onClick={() => change([...sixWeeksApart(first, times.length)])}
        >
          Six weeks apart
        </button>
        <button type="button" disabled={times.length >= MOST} onClick={() => change([...times, ''])}>
          Add an injection
        </button>
      </div>
    </fieldset>
  )
}

interface FieldProps {
  /** From 0. */
  readonly index: number
  readonly at: string
  readonly change: (at: string) => void
}

function InjectionField({ index, at, change }: FieldProps) {
  const path = `injections[${index}]`
  return (
    <li>
      <label>
        Injection {index + 1}
        <input
          name="at"
          type="datetime-local"
          required={index === 0}
          value={at}
          onInput={(event) => change(event.currentTarget.value)}
          {...useFieldAttributes(path)}
        />
      </label>
      <label>
        <span class="unseen">Injection {index + 1} is</span>
        <select name="state">
          {STATES.map((state) => (
            <option key={state} value={state}>
              {state === 'given' ? 'already given' : state}
            </option>
          ))}
        </select>
      </label>
      <ProblemOf path={path} />
    </li>
  )
}
