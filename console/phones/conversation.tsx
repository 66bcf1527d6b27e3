import { useEffect, useRef } from 'preact/hooks'
import { dateOf, dayText, timeText } from '../controls/days.ts'
import type { Phone, PhoneMessage } from './local-api.ts'

/** The bubbles, oldest on top; stays at the newest. */
export function Conversation({ phone }: { phone: Phone }) {
  const list = useRef<HTMLDivElement>(null)
  const { messages, label } = phone
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [messages.length, phone.mobile])
  return (
    <div
      class="conversation"
      ref={list}
      role="log"
      aria-live="polite"
      aria-label={`Texts on the phone of ${label}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      {messages.length === 0 && <p class="no-texts">No texts yet.</p>}
      {messages.map((message, index) => (
        <Bubble
          key={`${message.at} ${index}`}
          message={message}
          opensDay={dateOf(message.local) !== dateOf(messages[index - 1]?.local ?? '')}
        />
      ))}
    </div>
  )
}

function Bubble({ message, opensDay }: { message: PhoneMessage; opensDay: boolean }) {
  const { from, body, local } = message
  return (
    <>
      {opensDay && <p class="day">{dayText(local)}</p>}
      <div class={`bubble ${from}`}>
        <p>
          <span class="unseen">{from === 'clinic' ? 'Clinic: ' : 'Patient: '}</span>
          {body}
        </p>
        <small>
          {timeText(local)} {from === 'clinic' && <Ticks status={message.status} />}
        </small>
      </div>
    </>
  )
}

/** One tick: the carrier has it. Two: it is on the phone. */
function Ticks({ status = '' }: { status: string | undefined }) {
  const delivered = status === 'delivered'
  return (
    <span class={delivered ? 'ticks delivered' : 'ticks'} title={status}>
      <svg viewBox="0 0 16 9" width="16" height="9" aria-hidden="true">
        <path d="M1 5l3 3 6-7" />
        {delivered && <path d="M7.5 7.3 8.3 8l6-7" />}
      </svg>
      <span class="unseen">{status}</span>
    </span>
  )
}
