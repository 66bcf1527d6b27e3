import { useEffect, useRef } from 'preact/hooks'
import { stateText } from '../calendar/reasons.ts'
import { dateOf, dayText, timeText, wallClockIn } from '../controls/days.ts'
import { nameOf, type PatientFile } from './use-patient.ts'

interface Message {
  readonly key: string
  /** UTC. */
  readonly at: string
  readonly from: 'clinic' | 'patient'
  readonly body: string
  readonly note?: string
}

/** What was said to and fro, oldest on top; stays at the newest. */
export function Thread({ file }: { file: PatientFile }) {
  const list = useRef<HTMLDivElement>(null)
  const messages = messagesOf(file)
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [messages.length])
  const { timeZone } = file.patient
  return (
    <section class="card" aria-labelledby="thread">
      <div class="card-head">
        <h2 id="thread">Conversation</h2>
        <p class="quiet">{repliesText(file.replies.length)}</p>
      </div>
      <div
        class="conversation"
        ref={list}
        role="log"
        aria-label={`Texts with ${nameOf(file.patient)}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        {messages.length === 0 && <p class="quiet">Nothing was sent yet.</p>}
        {messages.map((message, index) => (
          <Bubble
            key={message.key}
            message={message}
            local={wallClockIn(timeZone, message.at)}
            before={wallClockIn(timeZone, messages[index - 1]?.at ?? '1970-01-01T00:00Z')}
          />
        ))}
      </div>
    </section>
  )
}

function Bubble({ message, local, before }: { message: Message; local: string; before: string }) {
  const { from, body, note } = message
  return (
    <>
      {dateOf(local) !== dateOf(before) && <p class="day">{dayText(local)}</p>}
      <div class={`bubble ${from}`}>
        <p>
          <span class="unseen">{from === 'clinic' ? 'Clinic: ' : 'Patient: '}</span>
          {body}
        </p>
        <small>
          {timeText(local)}
          {note !== undefined && ` · ${note}`}
        </small>
      </div>
    </>
  )
}

/** What was read in a reply, where its name says it badly. */
const INTENTS: ReadonlyMap<string, string> = new Map([
  ['red_flag_emergency', 'red flag: emergency'],
  ['red_flag_clinic', 'red flag'],
  ['less', 'fewer texts'],
  ['more', 'all texts again'],
  ['confirm', 'confirms'],
  ['cannot_attend', 'wants a change'],
  ['nsaid_question', 'asks about an anti-inflammatory'],
  ['other_drug_question', 'asks about a medicine'],
  ['unknown', 'needs reading'],
])

/** Planned texts that went, replies, and the answers these got. */
function messagesOf({ texts, replies }: PatientFile): readonly Message[] {
  const sent = texts.flatMap(({ id, body, state, kind, sentAt }): readonly Message[] =>
    sentAt === undefined
      ? []
      : [{ key: id, at: sentAt, from: 'clinic', body, note: `${kind}, ${stateText(state)}` }],
  )
  // Sorting keeps the order of equals: messages of one second stay as they came, and an answer behind its reply.
  const heard = replies
    .toReversed()
    .flatMap(({ sid, at, text, intent, answer, answerDelivery }): readonly Message[] => [
      { key: sid, at, from: 'patient', body: text, note: INTENTS.get(intent) ?? intent.replaceAll('_', ' ') },
      ...(answer === undefined || answerDelivery === undefined
        ? []
        : [
            {
              ...({ key: `${sid} answer`, at, from: 'clinic', body: answer } as const),
              note: `answer, ${stateText(answerDelivery.state)}`,
            },
          ]),
    ])
  return [...sent, ...heard].sort((a, b) => a.at.localeCompare(b.at))
}

function repliesText(count: number): string {
  if (count === 0) return 'no replies yet'
  return count === 1 ? '1 reply' : `${count} replies`
}
