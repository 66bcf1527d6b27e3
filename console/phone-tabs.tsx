import type { Phone } from './shapes.ts'
import { keyOf } from './use-service.ts'

interface Props {
  readonly phones: readonly Phone[]
  readonly chosen: Phone | undefined
  readonly choose: (key: string) => void
  readonly add: () => void
}

/** Whose phone is on the desk. */
export function PhoneTabs({ phones, chosen, choose, add }: Props) {
  return (
    <nav class="tabs" aria-label="Patients' phones">
      {phones.map((phone) => (
        <button
          type="button"
          key={keyOf(phone)}
          aria-pressed={chosen !== undefined && keyOf(phone) === keyOf(chosen)}
          onClick={() => choose(keyOf(phone))}
        >
          {phone.label}
        </button>
      ))}
      <button type="button" class="add" aria-pressed={chosen === undefined} onClick={add}>
        Enrol another
      </button>
    </nav>
  )
}
