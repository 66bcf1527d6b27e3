import { useEffect, useState } from 'preact/hooks'
import type { ClinicView } from './api/shapes.ts'
import { SettingsPage } from './clinic/settings-page.tsx'
import { Notice } from './controls/notice.tsx'
import { OpsPage } from './ops/ops-page.tsx'
import { CoursePage } from './patient/course-page.tsx'
import { EvidencePage } from './patient/evidence-page.tsx'
import { PatientPage } from './patient/patient-page.tsx'
import { SheetPage } from './patient/sheet-page.tsx'
import { EnrolPage } from './patients/enrol-page.tsx'
import { ImportPage } from './patients/import-page.tsx'
import { PatientsPage } from './patients/patients-page.tsx'
import { ClockBar } from './phones/clock-bar.tsx'
import { PhonesPage } from './phones/phones-page.tsx'
import { LocalContext, useLocalService } from './phones/use-local.ts'
import { Footer } from './shell/footer.tsx'
import { Header } from './shell/header.tsx'
import { hrefOf, mayLeave, type Path, startPage, usePath } from './shell/routing.ts'
import { type Session, SessionContext } from './shell/session.ts'
import { SignIn, sessionFor } from './shell/sign-in.tsx'
import { TodayPage } from './today/today-page.tsx'
import { MoveVisitsPage } from './visits/move-visits-page.tsx'

export function App() {
  const local = useLocalService()
  const { state, offline, elsewhere, problem } = local
  const [session, setSession] = useState<Session>()
  const [signedOut, setSignedOut] = useState(false)
  const path = usePath()
  const demoKey = state?.key

  useEffect(() => {
    // On this machine the key is no secret, and nobody should have to look for it.
    if (demoKey !== undefined && session === undefined && !signedOut)
      sessionFor(demoKey, 'Front desk', true).then(setSession, () => setSignedOut(true))
  }, [demoKey, session, signedOut])

  if (session === undefined) {
    if (!elsewhere && !signedOut)
      return <p class="waiting">{offline ? 'The service does not answer yet.' : 'Opening…'}</p>
    return <SignIn signIn={setSession} {...(demoKey !== undefined && { demoKey })} />
  }
  const signOut = () => {
    if (!mayLeave()) return
    setSignedOut(true)
    setSession(undefined)
  }
  const clinicChanged = (clinic: ClinicView) => setSession({ ...session, clinic })
  return (
    <SessionContext.Provider value={{ ...session, clinicChanged }}>
      <LocalContext.Provider value={elsewhere ? undefined : local}>
        <Header session={session} path={path} here={!elsewhere} signOut={signOut} />
        {offline && <Notice>The service does not answer. Is npm start still running?</Notice>}
        {problem !== undefined && <Notice dismiss={local.dismiss}>{problem}</Notice>}
        <main>{session.clinic === undefined ? <OpsPage /> : <PageAt path={path} here={!elsewhere} />}</main>
        {state !== undefined && <ClockBar state={state} moving={local.moving} move={local.move} />}
        <Footer />
      </LocalContext.Provider>
    </SessionContext.Provider>
  )
}

function PageAt({ path, here }: { path: Path; here: boolean }) {
  const [page = startPage(here), id, part] = path
  if (page === 'patients') {
    if (id === undefined) return <PatientsPage />
    if (id === 'enrol') return <EnrolPage />
    if (id === 'import') return <ImportPage />
    if (part === 'course') return <CoursePage key={id} id={id} />
    if (part === 'evidence') return <EvidencePage key={id} id={id} />
    if (part === 'sheet') return <SheetPage key={id} id={id} />
    return <PatientPage key={id} id={id} />
  }
  if (page === 'visits' && id === 'move') return <MoveVisitsPage />
  if (page === 'settings') return <SettingsPage />
  if (page === 'ops') return <OpsPage />
  if (page === 'today') return <TodayPage />
  if (page === 'phones') return <PhonesPage />
  return (
    <div class="waiting">
      <h1>There is no page of this name</h1>
      <a href={hrefOf('today')}>Today</a> · <a href={hrefOf('patients')}>All patients</a>
    </div>
  )
}
