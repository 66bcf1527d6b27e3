import { PageHead } from '../controls/page-head.tsx'
import { hrefOf } from '../shell/routing.ts'
import { Faults } from './faults.tsx'
import type { Phone as PhoneShape } from './local-api.ts'
import { Phone } from './phone.tsx'
import { useLocal } from './use-local.ts'

/** Two patients may share a phone, and a phone may belong to none. */
const keyOf = ({ patientId, mobile }: PhoneShape): string => patientId ?? mobile

/** The patients' phones side by side: what they get, and what they write. */
export function PhonesPage() {
  const local = useLocal()
  if (local?.state === undefined) return <p class="waiting">There are no phones here.</p>
  const { state, write, breakIt } = local
  return (
    <>
      <PageHead title="Phones" beside={<span class="quiet">Write as the patient would.</span>}>
        <a class="button" href={hrefOf('patients', 'enrol')}>
          Enrol a patient
        </a>
      </PageHead>
      <Faults on={state.faults} set={breakIt} />
      {state.phones.length === 0 && (
        <div class="phones">
          <Phone state={state} phone={undefined} write={write} />
        </div>
      )}
      <ul class="phones">
        {state.phones.map((phone) => (
          <li key={keyOf(phone)}>
            <h2>
              {phone.patientId === undefined ? (
                phone.label
              ) : (
                <a href={hrefOf('patients', phone.patientId)}>{phone.label}</a>
              )}
            </h2>
            <Phone state={state} phone={phone} write={write} />
          </li>
        ))}
      </ul>
    </>
  )
}
