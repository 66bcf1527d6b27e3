import type { CalendarText, PatientState } from '../api/shapes.ts'
import { Months } from '../calendar/months.tsx'
import { standingOf } from '../calendar/reasons.ts'
import { ruleOf } from '../calendar/rules.ts'
import { TextRow } from '../calendar/text-row.tsx'
import { countText } from '../controls/count-text.ts'
import { useLoaded } from '../controls/use-loaded.ts'
import { useClinic, useSession } from '../shell/session.ts'
import { replacedStanding, replacedText, sortedTexts } from './sorted-texts.ts'

interface Props {
  readonly texts: readonly CalendarText[]
  readonly state: PatientState
  /** UTC. */
  readonly now: string
  /** Version of the latest course. */
  readonly protocol: string
}

/** So much of the past and of what is to come stands open; the rest unfolds. */
const RECENT = 6
const SOON = 8

/** Every text of the patient: what went and how, and what is to come and why. */
export function Timeline({ texts, state, now, protocol }: Props) {
  const rules = useRules(protocol)
  const { past, ahead, replaced } = sortedTexts(texts, now)
  const next = state === 'active' ? ahead.find((text) => text.state !== 'skipped') : undefined
  const earlier = past.slice(0, Math.max(0, past.length - RECENT))
  const row = (text: CalendarText) => (
    <TextRow
      key={text.id}
      text={text}
      standing={standingOf(text, state)}
      isNext={text === next}
      rule={rules.get(text.step)}
    />
  )
  return (
    <section class="card calendar" aria-labelledby="texts">
      <div class="card-head">
        <h2 id="texts">Texts</h2>
        <p class="quiet">{countsOf(past, ahead, state)}</p>
      </div>
      {earlier.length > 0 && (
        <details class="earlier">
          <summary>{countText(earlier.length, 'earlier text')}</summary>
          <Months texts={earlier}>{row}</Months>
        </details>
      )}
      <Months texts={past.slice(earlier.length)}>{row}</Months>
      <h3 class="now">Still to come</h3>
      {ahead.length === 0 && <p class="quiet">Nothing.</p>}
      <Months texts={ahead.slice(0, SOON)}>{row}</Months>
      {ahead.length > SOON && (
        <details class="earlier">
          <summary>{countText(ahead.length - SOON, 'later text')}</summary>
          <Months texts={ahead.slice(SOON)}>{row}</Months>
        </details>
      )}
      {replaced.length > 0 && (
        <details class="earlier">
          <summary>Not needed any more: {replacedText(replaced)}</summary>
          <Months texts={replaced}>
            {(text) => <TextRow key={text.id} text={text} standing={replacedStanding(text)} />}
          </Months>
        </details>
      )}
    </section>
  )
}

function countsOf(past: Props['texts'], ahead: Props['texts'], state: PatientState): string {
  const delivered = past.filter((text) => text.state === 'delivered').length
  const coming = state === 'active' ? ahead.filter((text) => text.state !== 'skipped').length : 0
  return `${delivered} delivered · ${coming} to come`
}

/** The protocol's rule for each of its steps. A version never changes, so it is read once. */
function useRules(protocol: string): ReadonlyMap<string, string> {
  const { api } = useSession()
  const { protocolSettings } = useClinic()
  const { value } = useLoaded(() => api.protocol(protocol), protocol)
  return new Map(value?.steps.map((step) => [step.step, ruleOf(step, protocolSettings)]))
}
