import type { Fault } from './local-api.ts'

const FAULTS = [
  ['twilio-down', 'Twilio is down', 'Texts wait and are tried again; none goes twice.'],
  ['alarms-lost', 'Alarms are lost', 'The sweep sends what they should have, within minutes.'],
  ['callbacks-doubled', 'News comes twice', 'What was delivered stays delivered once.'],
] as const satisfies readonly (readonly [Fault, string, string])[]

interface Props {
  readonly on: readonly Fault[]
  readonly set: (fault: Fault, isOn: boolean) => void
}

/** Things to break, to watch the service recover. */
export function Faults({ on, set }: Props) {
  return (
    <fieldset class="faults">
      <legend>Break something</legend>
      {FAULTS.map(([fault, name, promise]) => (
        <label key={fault} class="check" title={promise}>
          <input
            type="checkbox"
            checked={on.includes(fault)}
            onChange={(event) => set(fault, event.currentTarget.checked)}
          />
          <span>
            {name}
            {on.includes(fault) && <small class="quiet"> {promise}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
