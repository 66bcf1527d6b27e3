import type { AnswerDelivery, Evidence } from '../api/shapes.ts'
import { stateText } from '../calendar/reasons.ts'

/** Whether it arrived; if not, Twilio's error code, by which its pages say why. */
const deliveryText = ({ state, code }: Pick<AnswerDelivery, 'state' | 'code'>): string =>
  code === undefined ? stateText(state) : `${stateText(state)} (code ${code})`

const UNTOLD = {
  'not told, phone her': 'Our answer cannot have arrived.',
  'opted out since, phone her': 'She opted out while this was open.',
} satisfies Record<NonNullable<Evidence['escalations'][number]['untold']>, string>

interface EscalationProofProps {
  readonly escalation: Evidence['escalations'][number]
  readonly moment: (utc: string) => string
}

/** What needed a person: her words, whom it was told by which route, and who saw to it. */
export function EscalationProof({ escalation, moment }: EscalationProofProps) {
  const { at, words, alerted, untold, acknowledged, resolved } = escalation
  return (
    <li>
      {moment(at)}: “{words}”{untold !== undefined && <p class="quiet">{UNTOLD[untold]}</p>}
      {alerted.map(({ at: when, to, byText, byEmail, texts = [] }) => (
        <p class="quiet" key={when}>
          Alerted {to.length === 0 ? 'the operators' : `on call ${to.join(' and ')}`}, {moment(when)}:{' '}
          {[byText && 'text', byEmail && 'email'].filter(Boolean).join(' and ') || 'no route worked'}
          {texts.map((text) => `; text to ${text.to} ${deliveryText(text)}, ${moment(text.at)}`)}
        </p>
      ))}
      <p class="quiet">
        {acknowledged === undefined
          ? 'Nobody has taken it on.'
          : `Taken on by ${acknowledged.by}, ${moment(acknowledged.at)}.`}
        {resolved !== undefined && ` Resolved by ${resolved.by}, ${moment(resolved.at)}.`}
        {resolved?.outcome !== undefined && ` ${resolved.outcome}`}
      </p>
    </li>
  )
}

interface AnswerProofProps {
  readonly delivery: AnswerDelivery
  readonly moment: (utc: string) => string
}

/** Whether our answer arrived. */
export function AnswerProof({ delivery, moment }: AnswerProofProps) {
  const at = delivery.deliveredAt ?? delivery.undeliveredAt
  return (
    <p class="quiet">
      Answer {deliveryText(delivery)}
      {at !== undefined && `, ${moment(at)}`}
    </p>
  )
}
