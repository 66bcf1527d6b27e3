import type { OpsView } from '../api/shapes.ts'
import { countText } from '../controls/count-text.ts'
import { dayText, timeText, wallClockIn } from '../controls/days.ts'
import { LoadView } from '../controls/load-view.tsx'
import { Notice } from '../controls/notice.tsx'
import { PageHead } from '../controls/page-head.tsx'
import { useLoaded } from '../controls/use-loaded.ts'
import { useSession } from '../shell/session.ts'
import { FigureRow } from './figure-row.tsx'
import { Lateness } from './lateness.tsx'

/** The service keeps its figures this long. */
const LOOK_EVERY_MS = 60_000

/** How the service does, for whoever runs it: counts alone, no patient in it. */
export function OpsPage() {
  const { api, clinic } = useSession()
  const loaded = useLoaded(api.ops, 'ops', LOOK_EVERY_MS)
  return <LoadView loaded={loaded}>{(ops) => <Ops ops={ops} zone={clinic?.timeZone ?? HERE} />}</LoadView>
}

function Ops({ ops, zone }: { ops: OpsView; zone: string }) {
  const { at, rows, lateness, clinics, ledgers, incomplete } = ops
  const [now, ...others] = rows
  const local = wallClockIn(zone, at)
  return (
    <>
      <PageHead
        title="Operations"
        beside={
          <span class="quiet">
            last 24 hours, as of {timeText(local)}, {zone.replace('_', ' ')}
          </span>
        }
      />
      {incomplete && <Notice>There are more patients than one answer looks at.</Notice>}
      <div class="columns">
        <Lateness hours={lateness} zone={zone} />
        {now !== undefined && <FigureRow row={now} />}
      </div>
      {others.map((row) => (
        <FigureRow key={row.title} row={row} />
      ))}
      <Clinics clinics={clinics} zone={zone} />
      {ledgers.read < ledgers.of && (
        <p class="quiet">
          {ledgers.read} of {ledgers.of} ledgers were read: percentiles are those of a sample.
        </p>
      )}
    </>
  )
}

/** An operator who belongs to no clinic reads the clock on the wall. */
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone

function Clinics({ clinics, zone }: { clinics: OpsView['clinics']; zone: string }) {
  return (
    <section class="card" aria-labelledby="clinics">
      <h2 id="clinics">Clinics</h2>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Clinic</th>
            <th scope="col">Patients</th>
            <th scope="col">Late</th>
            <th scope="col">Stuck</th>
            <th scope="col">Not closed</th>
            <th scope="col">Last sent</th>
          </tr>
        </thead>
        <tbody>
          {clinics.map((clinic) => (
            <tr key={clinic.id}>
              <th scope="row">
                {clinic.name} {clinic.held && <span class="badge skipped">held</span>}
                {clinic.refusedSince !== undefined && (
                  <span class="badge failed">
                    refused{clinic.code !== undefined && `, code ${clinic.code}`}
                  </span>
                )}
              </th>
              <td>{byState(clinic.patients)}</td>
              <td>{clinic.overdue} late</td>
              <td>{clinic.stuck} stuck</td>
              <td>
                {clinic.openEscalations} for a person, {countText(clinic.openTasks, 'task')}
              </td>
              <td>
                {clinic.lastSentAt === undefined ? 'never' : momentText(wallClockIn(zone, clinic.lastSentAt))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">
        Late: patients who should have been looked after by now, mostly because a text is due. Stuck: patients
        with a text that is tried again, held back or looked up at Twilio.
      </p>
    </section>
  )
}

const byState = (patients: Readonly<Record<string, number>>): string =>
  Object.entries(patients)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ') || 'none'

const momentText = (local: string): string => `${dayText(local)}, ${timeText(local)}`
