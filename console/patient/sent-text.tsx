import type { SentRecord } from '../api/shapes.ts'
import { mobileText } from '../controls/phone-number.ts'

interface Props {
  readonly record: SentRecord
  readonly moment: (utc: string) => string
}

/** One text that was handed over: its words, and the proof of it. */
export function SentText({ record, moment }: Props) {
  const {
    text,
    step,
    injection,
    body,
    to,
    sid,
    protocol,
    signedBy,
    sentAt,
    deliveredAt,
    undeliveredAt,
    code,
  } = record
  return (
    <li>
      <p class="words">{body}</p>
      <p class="quiet">
        {step}
        {injection > 0 && `, injection ${injection}`}, to {mobileText(to)}, sent {moment(sentAt)}
        {deliveredAt !== undefined && `, delivered ${moment(deliveredAt)}`}
        {undeliveredAt !== undefined && `, not delivered ${moment(undeliveredAt)}`}
        {code !== undefined && ` (code ${code})`}. Protocol {protocol}; signer: {signedBy}. Text {text},
        Twilio {sid}
      </p>
    </li>
  )
}
