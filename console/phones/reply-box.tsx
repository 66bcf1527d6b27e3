import { useState } from 'preact/hooks'

const QUICK = [
  ['C', 'confirm the visit'],
  ['R', 'ask to change it'],
  ['Y', 'yes'],
  ['N', 'no'],
  ['6', 'a pain score'],
  ['STOP', 'no more texts'],
  ['START', 'texts again'],
  ['HELP', 'what can be written'],
] as const

interface Props {
  readonly label: string
  readonly send: (text: string) => Promise<void>
}

/** Writes as the patient would. */
export function ReplyBox({ label, send }: Props) {
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const sendNow = async (words: string) => {
    if (words.trim() === '' || sending) return
    setSending(true)
    await send(words)
    setSending(false)
    setText('')
  }
  return (
    <div class="reply">
      <fieldset class="chips" aria-label="Quick replies">
        {QUICK.map(([word, meaning]) => (
          <button type="button" key={word} title={meaning} disabled={sending} onClick={() => sendNow(word)}>
            {word}
          </button>
        ))}
      </fieldset>
      <form
        class="compose"
        onSubmit={(event) => {
          event.preventDefault()
          sendNow(text)
        }}
      >
        <input
          aria-label={`Reply as ${label}`}
          placeholder="Text message"
          autocomplete="off"
          maxLength={1600}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" aria-label="Send" disabled={sending || text.trim() === ''}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M8 14V2.5M3 7l5-5 5 5" />
          </svg>
        </button>
      </form>
    </div>
  )
}
