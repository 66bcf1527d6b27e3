import type { Evidence } from '../api/shapes.ts'
import { stateText } from '../calendar/reasons.ts'
import { dayText, longDayText, timeText, wallClockIn } from '../controls/days.ts'
import { LoadView } from '../controls/load-view.tsx'
import { PageHead } from '../controls/page-head.tsx'
import { mobileText } from '../controls/phone-number.ts'
import { useLoaded } from '../controls/use-loaded.ts'
import { hrefOf } from '../shell/routing.ts'
import { useSession } from '../shell/session.ts'
import { changeText } from './change-text.ts'
import { AnswerProof, EscalationProof } from './proofs.tsx'
import { SentText } from './sent-text.tsx'

/** One page that proves what was sent: word for word, to which number, when, and under whose protocol. Made to print. */
export function EvidencePage({ id }: { id: string }) {
  const { api } = useSession()
  const loaded = useLoaded(() => api.evidence(id), id)
  return <LoadView loaded={loaded}>{(evidence) => <EvidenceView evidence={evidence} />}</LoadView>
}

const OPT_OUTS: ReadonlyMap<string, string> = new Map([
  ['stop', 'by STOP'],
  ['wrong', 'it is not the number of the patient'],
  ['carrier', 'the carrier says so'],
])

function EvidenceView({ evidence }: { evidence: Evidence }) {
  const { clinic, patient, preparedAt, consent, optOut, sent, unsent, replies, escalations, history } =
    evidence
  const { timeZone } = clinic
  const local = (utc: string): string => wallClockIn(timeZone, utc)
  const moment = (utc: string): string =>
    `${dayText(local(utc))} ${local(utc).slice(0, 4)}, ${timeText(local(utc))}`
  return (
    <article class="evidence">
      <PageHead
        title={`Evidence: ${patient.reference}`}
        tab={`${patient.reference}, evidence`}
        beside={<a href={hrefOf('patients', patient.id)}>Back to the patient</a>}
      >
        <button type="button" onClick={() => print()}>
          Print
        </button>
      </PageHead>
      <dl class="pairs">
        <dt>Clinic</dt>
        <dd>
          {clinic.name}, {clinic.phone}
        </dd>
        <dt>Patient</dt>
        <dd>
          {patient.reference}
          {patient.givenName !== undefined && `, ${patient.givenName}`}, {mobileText(patient.mobile)},{' '}
          {patient.state}
        </dd>
        <dt>Consent</dt>
        <dd>
          {consent === undefined ? 'none recorded' : `given ${longDayText(consent.given)}, ${consent.method}`}
        </dd>
        {optOut !== undefined && (
          <>
            <dt>Opted out</dt>
            <dd>
              {moment(optOut.at)}, {OPT_OUTS.get(optOut.reason) ?? optOut.reason}
            </dd>
          </>
        )}
        <dt>Prepared</dt>
        <dd>
          {moment(preparedAt)}. All times are those of {timeZone.replace('_', ' ')}.
        </dd>
      </dl>
      <section aria-labelledby="sent">
        <h2 id="sent">Sent, word for word ({sent.length})</h2>
        <ol class="proof">
          {sent.map((record) => (
            <SentText key={record.attempt} record={record} moment={moment} />
          ))}
        </ol>
      </section>
      <section aria-labelledby="unsent">
        <h2 id="unsent">Planned and not sent ({unsent.length})</h2>
        <ul class="proof">
          {unsent.map(({ text, state, reason, due }) => (
            <li key={text}>
              <b>{text}</b> due {moment(due)}, {stateText(state, reason)}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="heard">
        <h2 id="heard">What the patient wrote ({replies.length})</h2>
        <ol class="proof">
          {replies.map(({ sid, at, text, answer, answerDelivery }) => (
            <li key={sid}>
              {moment(at)}: “{text}”{answer !== undefined && <p class="words">{answer}</p>}
              {answerDelivery !== undefined && <AnswerProof delivery={answerDelivery} moment={moment} />}
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="escalations">
        <h2 id="escalations">What needed a person ({escalations.length})</h2>
        <ol class="proof">
          {escalations.map((escalation) => (
            <EscalationProof key={escalation.id} escalation={escalation} moment={moment} />
          ))}
        </ol>
      </section>
      <section aria-labelledby="changes">
        <h2 id="changes">Who changed what ({history.length})</h2>
        <ol class="proof">
          {history.map(({ version, at, actor, what }) => (
            <li key={version}>
              {moment(at)}, {actor}: {changeText(what)}
            </li>
          ))}
        </ol>
      </section>
    </article>
  )
}
