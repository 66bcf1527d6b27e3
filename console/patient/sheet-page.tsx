import type { Patient, Sheet, Task } from '../api/shapes.ts'
import { dayText, longDayText, momentText, timeText, wallClockIn } from '../controls/days.ts'
import { LoadView } from '../controls/load-view.tsx'
import { PageHead } from '../controls/page-head.tsx'
import { mobileText } from '../controls/phone-number.ts'
import { hrefOf } from '../shell/routing.ts'
import { useClinic } from '../shell/session.ts'
import { TASK_WORDS } from '../worklist/task-words.ts'
import { PainCard } from './pain-card.tsx'
import { nameOf, type PatientFile, usePatient } from './use-patient.ts'

/** What a doctor reads before the next visit, on one page. */
export function SheetPage({ id }: { id: string }) {
  return <LoadView loaded={usePatient(id)}>{(file) => <SheetView file={file} />}</LoadView>
}

function SheetView({ file: { patient, now } }: { file: PatientFile }) {
  const { timeZone: zone, name } = useClinic()
  const here = wallClockIn(zone, now)
  const visits = patient.courses.flatMap(({ injections }) => injections)
  const next = visits.find(
    ({ state, at }) => (state === 'booked' || state === 'confirmed') && at !== undefined && at > here,
  )
  const slips = patient.slips.map(
    ({ at, ingredient }) => `${ingredient} on ${dayText(wallClockIn(zone, at))}`,
  )
  const open = patient.tasks.filter(({ resolved }) => resolved === undefined)
  return (
    <article class="sheet">
      <PageHead
        title={`${nameOf(patient)}: sheet for the visit`}
        tab={`${patient.reference}, sheet`}
        beside={<a href={hrefOf('patients', patient.id)}>Back to the patient</a>}
      >
        <button type="button" onClick={() => print()}>
          Print
        </button>
      </PageHead>
      <p class="facts">
        <span>{name}</span>
        <span>{patient.reference}</span>
        <span>{mobileText(patient.mobile)}</span>
        <span>
          {next?.at === undefined
            ? 'no visit booked'
            : `injection ${next.injection} on ${longDayText(next.at)}, ${timeText(next.at)}`}
        </span>
      </p>
      <PainCard patient={patient} />
      <section class="card" aria-labelledby="since">
        <h2 id="since">By injection</h2>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">Injection</th>
              <th scope="col">Pain the day before</th>
              <th scope="col">Pain after</th>
              <th scope="col">Belt</th>
              <th scope="col">Exercises</th>
            </tr>
          </thead>
          <tbody>
            {patient.sheet.map((sheet) => (
              <SheetRow key={`${sheet.course} ${sheet.injection}`} sheet={sheet} zone={zone} />
            ))}
          </tbody>
        </table>
      </section>
      <section class="card" aria-labelledby="besides">
        <h2 id="besides">Besides</h2>
        <dl class="pairs">
          <dt>Anti-inflammatories taken, as told</dt>
          <dd>{slips.join('; ') || 'none'}</dd>
          <dt>Red flags and high pain</dt>
          <dd>{flagsOf(patient, zone)}</dd>
          <dt>Still to do</dt>
          <dd>{open.map((task) => taskText(task, zone)).join('; ') || 'nothing'}</dd>
        </dl>
      </section>
    </article>
  )
}

const taskText = ({ kind, textsAgainAt }: Task, zone: string): string =>
  textsAgainAt === undefined
    ? TASK_WORDS[kind]
    : `${TASK_WORDS[kind]} (no longer: gets texts again since ${momentText(zone, textsAgainAt)})`

interface RowProps {
  readonly sheet: Sheet
  /** The clinic's. */
  readonly zone: string
}

const SheetRow = ({ sheet: { injection, baseline, scores, belt, physio }, zone }: RowProps) => (
  <tr>
    <th scope="row" data-label="Injection">
      {injection}
    </th>
    <td data-label="Pain the day before">{baseline ?? <span class="quiet">not asked or no answer</span>}</td>
    <td data-label="Pain after">
      {scores.map(({ value, at }) => `${value} on ${dayText(wallClockIn(zone, at))}`).join(', ') || (
        <span class="quiet">none</span>
      )}
    </td>
    <td data-label="Belt">{askedText(belt)}</td>
    <td data-label="Exercises">{askedText(physio)}</td>
  </tr>
)

const askedText = ({ asked, answered, yes }: Sheet['belt']): string =>
  asked === 0 ? 'not asked' : `${yes} yes of ${answered} answers, ${asked} asked`

const flagsOf = ({ escalations }: Patient, zone: string): string =>
  escalations
    .map(({ at, words, resolved }) => {
      const outcome = resolved === undefined ? 'still open' : (resolved.outcome ?? 'closed')
      return `${dayText(wallClockIn(zone, at))}: “${words}”, ${outcome}`
    })
    .join('; ') || 'none'
