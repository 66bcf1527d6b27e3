import { timeText, wallClockIn } from '../controls/days.ts'
import { Conversation } from './conversation.tsx'
import type { PageView, Phone as PhoneShape } from './local-api.ts'
import { ReplyBox } from './reply-box.tsx'

interface Props {
  readonly state: PageView
  readonly phone: PhoneShape | undefined
  readonly write: (mobile: string, text: string) => Promise<void>
}

/** A patient's phone with the clinic's conversation open; a dark one when there is no patient yet. */
export function Phone({ state, phone, write }: Props) {
  const zone = phone?.zone ?? state.zone
  return (
    <section
      class={phone === undefined ? 'phone off' : 'phone'}
      aria-label={phone === undefined ? 'A phone' : `The phone of ${phone.label}`}
    >
      <div class="screen">
        <div class="status-bar" aria-hidden="true">
          <span>{timeText(wallClockIn(zone, state.now))}</span>
          <StatusIcons />
        </div>
        <div class="contact">
          <span class="avatar" aria-hidden="true">
            {state.clinic.name.slice(0, 1)}
          </span>
          <strong>{state.clinic.name}</strong>
          {phone !== undefined && <small>{state.clinic.sender}</small>}
        </div>
        {phone === undefined ? (
          <p class="no-texts">Texts arrive here once a patient is enrolled.</p>
        ) : (
          <>
            <Conversation phone={phone} />
            <ReplyBox key={phone.mobile} label={phone.label} send={(text) => write(phone.mobile, text)} />
          </>
        )}
      </div>
    </section>
  )
}

function StatusIcons() {
  return (
    <svg viewBox="0 0 46 12" width="46" height="12" aria-hidden="true">
      <path d="M0 8h3v4H0zM5 5.5h3V12H5zM10 3h3v9h-3zM15 0h3v12h-3z" fill="currentColor" />
      <rect x="24.5" y="1" width="18" height="10" rx="3" fill="none" stroke="currentColor" opacity=".5" />
      <rect x="26" y="2.5" width="13" height="7" rx="1.5" fill="currentColor" />
      <path d="M44 4v4c1.3-.4 1.3-3.6 0-4" fill="currentColor" opacity=".5" />
    </svg>
  )
}
