import { Badge } from '../controls/badge.tsx'
import { LoadView } from '../controls/load-view.tsx'
import { PageHead } from '../controls/page-head.tsx'
import { mobileText } from '../controls/phone-number.ts'
import { useLocal } from '../phones/use-local.ts'
import { hrefOf } from '../shell/routing.ts'
import { Adherence } from './adherence.tsx'
import { OpenThings } from './open-things.tsx'
import { PainCard } from './pain-card.tsx'
import { PatientActions } from './patient-actions.tsx'
import { Thread } from './thread.tsx'
import { Timeline } from './timeline.tsx'
import { nameOf, type PatientFile, usePatient } from './use-patient.ts'
import { Visits } from './visits.tsx'

/** One patient: what happened, what is to come, and what the clinic can do about it. */
export function PatientPage({ id }: { id: string }) {
  const loaded = usePatient(id)
  return <LoadView loaded={loaded}>{(file) => <PatientView file={file} reload={loaded.reload} />}</LoadView>
}

function PatientView({ file, reload }: { file: PatientFile; reload: () => Promise<void> }) {
  const { patient, texts, now } = file
  const { id, state, reference, mobile, timeZone, givenName } = patient
  const protocol = patient.courses.at(-1)?.protocol ?? ''
  const isHere = useLocal() !== undefined
  return (
    <>
      <PageHead
        title={nameOf(patient)}
        tab={reference}
        beside={<Badge state={`patient-${state}`}>{state}</Badge>}
      >
        <a class="button" href={hrefOf('patients', id, 'sheet')}>
          Sheet for the visit
        </a>
        <a class="button" href={hrefOf('patients', id, 'evidence')}>
          Evidence
        </a>
      </PageHead>
      <p class="facts">
        {givenName !== undefined && <span>{reference}</span>}
        <a href={`tel:${mobile}`}>{mobileText(mobile)}</a>
        <span>{timeZone.replace(/.*\//, '').replace('_', ' ')} time</span>
        {patient.fewerTexts && <span>fewer texts</span>}
        {isHere && <a href={hrefOf('phones')}>On the phone</a>}
      </p>
      <OpenThings patient={patient} reload={reload} />
      <div class="columns">
        <div class="column">
          <Visits patient={patient} now={now} reload={reload} />
          <Timeline texts={texts} state={state} now={now} protocol={protocol} />
        </div>
        <div class="column">
          <Thread file={file} />
          <PainCard patient={patient} />
          <Adherence sheets={patient.sheet} />
          <PatientActions patient={patient} reload={reload} />
        </div>
      </div>
    </>
  )
}
