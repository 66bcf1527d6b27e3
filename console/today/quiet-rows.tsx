import type {
  NumberRow as NumberShape,
  ScoreRow as ScoreShape,
  StuckRow as StuckShape,
} from '../api/shapes.ts'
import { countText } from '../controls/count-text.ts'
import { dayText, momentText, timeText, wallClockIn } from '../controls/days.ts'
import { useClinic, useSession } from '../shell/session.ts'
import { DoneForm } from '../worklist/done-form.tsx'
import { Person } from '../worklist/person.tsx'

const REASONS: Readonly<Record<NumberShape['reason'], string>> = {
  stopped: 'sent STOP',
  carrier: 'stopped by the carrier',
  wrong: 'says it is the wrong number',
  'number-bad': 'the number takes no texts',
}
/** What was so until she got texts again. */
const WERE: typeof REASONS = {
  stopped: 'had sent STOP',
  carrier: 'had been stopped by the carrier',
  wrong: 'had said it was the wrong number',
  'number-bad': 'the number took no texts',
}
const USUAL = ['Called about the visit', 'Number corrected', 'Nothing to do']

/** Somebody who hears nothing from us. */
export function NumberRow({ row, reload }: { row: NumberShape; reload: () => Promise<void> }) {
  const { api } = useSession()
  const { timeZone: zone } = useClinic()
  const { patient, reason, textsAgainAt, nextVisit, task } = row
  return (
    <li class="task">
      <div class="task-what">
        <Person person={patient} />
        <span>
          {textsAgainAt === undefined
            ? REASONS[reason]
            : `${WERE[reason]}; gets texts again since ${momentText(zone, textsAgainAt)}`}
          {nextVisit !== undefined && (
            <b>
              . Knows nothing of changes to {dayText(nextVisit)}, {timeText(nextVisit)}
            </b>
          )}
        </span>
      </div>
      {task !== undefined && (
        <DoneForm
          whose={patient.reference}
          usual={USUAL}
          done={(outcome) => api.closeTask(task, outcome).then(reload)}
        />
      )}
    </li>
  )
}

export function ScoreRow({ row: { patient, injection, at, baseline, latest, first } }: { row: ScoreShape }) {
  return (
    <li class="visit">
      <span class="visit-time">
        <b>{dayText(at)}</b> <span class="quiet">injection {injection}</span>
      </span>
      <Person person={patient} />
      <span class="scores">
        {baseline !== undefined && (
          <span>
            the day before <b>{baseline}</b>
          </span>
        )}
        {latest !== undefined && (
          <span>
            latest <b>{latest.value}</b>
          </span>
        )}
        {first !== undefined && (
          <span>
            at the start <b>{first}</b>
          </span>
        )}
      </span>
    </li>
  )
}

const STUCK: Readonly<Record<StuckShape['state'], string>> = {
  retry: 'is tried again',
  held: 'waits for the sender',
  unknown: 'is being looked up at the carrier',
}

export function StuckRow({ row: { patient, kind, state, due, attempts, code } }: { row: StuckShape }) {
  const { timeZone: zone } = useClinic()
  const local = wallClockIn(zone, due)
  return (
    <li class="visit">
      <span class="visit-time">
        <b>{dayText(local)}</b> {timeText(local)}
      </span>
      <Person person={patient} />
      <span>
        {kind} {STUCK[state]}
        <span class="quiet">
          {attempts > 0 && `, ${countText(attempts, 'attempt')}`}
          {code !== undefined && `, code ${code}`}
        </span>
      </span>
    </li>
  )
}
