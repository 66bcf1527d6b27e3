import { useState } from 'preact/hooks'
import { Badge } from '../controls/badge.tsx'
import { LoadView } from '../controls/load-view.tsx'
import { Problem } from '../controls/notice.tsx'
import { PageHead } from '../controls/page-head.tsx'
import { mobileText } from '../controls/phone-number.ts'
import { saveAs } from '../controls/save-as.ts'
import { useWork } from '../controls/use-work.ts'
import { cityOf } from '../controls/zone-field.tsx'
import { useLocal } from '../phones/use-local.ts'
import { hrefOf } from '../shell/routing.ts'
import { useSession } from '../shell/session.ts'
import { Adherence } from './adherence.tsx'
import { DetailsForm } from './details-form.tsx'
import { History } from './history.tsx'
import { OpenThings } from './open-things.tsx'
import { PainCard } from './pain-card.tsx'
import { PatientActions } from './patient-actions.tsx'
import { ReachNotice } from './reach-notice.tsx'
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
  const { api } = useSession()
  const [editing, setEditing] = useState(false)
  const { perform, busy, problem } = useWork()
  const { patient, texts, now, history } = file
  const { id, state, reference, mobile, timeZone, givenName, label } = patient
  const protocol = patient.courses.at(-1)?.protocol ?? ''
  const isHere = useLocal() !== undefined
  const download = () =>
    perform(async () =>
      saveAs(`${reference.replace(/[^\w.-]/g, '-')}.json`, 'application/json', await api.exported(id)),
    )
  return (
    <>
      <PageHead
        title={nameOf(patient)}
        tab={reference}
        beside={<Badge state={`patient-${state}`}>{state}</Badge>}
      >
        <button type="button" aria-expanded={editing} onClick={() => setEditing(!editing)}>
          Edit details
        </button>
        <a class="button" href={hrefOf('patients', id, 'sheet')}>
          Sheet for the visit
        </a>
        <a class="button" href={hrefOf('patients', id, 'evidence')}>
          Evidence
        </a>
        <button type="button" disabled={busy} onClick={download}>
          Export
        </button>
      </PageHead>
      <p class="facts">
        {givenName !== undefined && <span>{reference}</span>}
        <a href={`tel:${mobile}`}>{mobileText(mobile)}</a>
        <span>{cityOf(timeZone)} time</span>
        {label !== undefined && <span>shared phone: {label}</span>}
        {patient.fewerTexts && <span>fewer texts</span>}
        {isHere && <a href={hrefOf('phones')}>On the phone</a>}
      </p>
      <Problem>{problem}</Problem>
      <ReachNotice patient={patient} texts={texts} />
      {editing && <DetailsForm patient={patient} close={() => setEditing(false)} reload={reload} />}
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
          <History patientId={id} changes={history.items} hasMore={history.cursor !== undefined} />
          <PatientActions patient={patient} reload={reload} />
        </div>
      </div>
    </>
  )
}
