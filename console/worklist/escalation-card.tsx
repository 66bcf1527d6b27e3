import type { Escalation, EscalationRow } from '../api/shapes.ts'
import { dayText, timeText, wallClockIn } from '../controls/days.ts'
import { useClinic, useSession } from '../shell/session.ts'
import { DoneForm } from './done-form.tsx'
import { Person } from './person.tsx'

const USUAL = [
  'Spoke to the patient: advised',
  'Sent to the emergency department',
  'Doctor has called',
  'False alarm',
]

const PHONE_HER = {
  'not told, phone her': 'Our answer has not arrived: phone now.',
  'opted out since, phone her': 'She opted out since: phone her.',
} satisfies Record<NonNullable<Escalation['untold']>, string>

type Shown = Omit<EscalationRow, 'untold' | 'patient'> &
  Pick<Escalation, 'untold'> & {
    readonly patient: Person
  }

/** Something a person must see to: her words, how long she has waited, who was alerted. */
export function EscalationCard({ escalation, reload }: { escalation: Shown; reload: () => Promise<void> }) {
  const { api } = useSession()
  const { timeZone: zone } = useClinic()
  const { id, patient, tier, at, words, minutesWaiting, alerted, untold, acknowledged } = escalation
  return (
    <li class={`escalation ${tier === 1 ? 'urgent' : ''}`}>
      <div class="escalation-head">
        <span class={`badge ${tier === 1 ? 'failed' : 'skipped'}`}>
          {tier === undefined ? 'high pain' : tier === 1 ? 'emergency' : 'red flag'}
        </span>
        <Person person={patient} />
        <span class="waiting-time">
          {acknowledged === undefined
            ? `waiting ${minutesText(minutesWaiting)}`
            : `${acknowledged.by} has it, after ${minutesText(minutesWaiting)}`}
        </span>
      </div>
      <blockquote>{words}</blockquote>
      <p class="quiet">
        {dayText(wallClockIn(zone, at))}, {timeText(wallClockIn(zone, at))}. {alertedText(alerted, zone)}
        {untold !== undefined && <strong class="bad"> {PHONE_HER[untold]}</strong>}
      </p>
      <DoneForm
        whose={patient.reference ?? 'somebody unknown'}
        taken={acknowledged}
        usual={USUAL}
        take={() => api.takeEscalation(id).then(reload)}
        done={(outcome) => api.closeEscalation(id, outcome).then(reload)}
      />
    </li>
  )
}

function minutesText(minutes: number): string {
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`
}

function alertedText(alerted: EscalationRow['alerted'], zone: string): string {
  if (alerted.length === 0) return 'Nobody was alerted yet.'
  const each = alerted.map(({ at, to, byText, byEmail }) => {
    const routes = [byText && 'text', byEmail && 'email'].filter(Boolean).join(' and ') || 'no route worked'
    const whom = to.length === 0 ? 'the operators' : `on call ${to.join(' and ')}`
    return `${whom} at ${timeText(wallClockIn(zone, at))} by ${routes}`
  })
  return `Alerted: ${each.join('; ')}.`
}
