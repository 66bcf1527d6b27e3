import { useEffect, useState } from 'preact/hooks'
import { Calendar } from './calendar.tsx'
import { ClockBar } from './clock-bar.tsx'
import { CourseCard } from './course.tsx'
import { Enrol } from './enrol.tsx'
import { Notice } from './notice.tsx'
import { Phone } from './phone.tsx'
import { PhoneTabs } from './phone-tabs.tsx'
import type { PageState } from './shapes.ts'
import { type Service, useService } from './use-service.ts'

export function App() {
  const service = useService()
  const { state, offline, problem, dismiss } = service
  useEffect(() => {
    if (state !== undefined) document.title = `${state.clinic.name}: patient texts`
  }, [state?.clinic.name])
  if (state === undefined)
    return <p class="waiting">{offline ? 'The service does not answer yet.' : 'Opening the clinic…'}</p>
  return (
    <>
      <ClockBar state={state} moving={service.moving} move={service.move} />
      {offline && <Notice>The service does not answer. Is npm start still running?</Notice>}
      {problem !== undefined && <Notice dismiss={dismiss}>{problem}</Notice>}
      <Desk service={service} state={state} />
    </>
  )
}

/** The phone beside the calendar; the enrolment form while nobody is enrolled or another patient is wanted. */
function Desk({ service, state }: { service: Service; state: PageState }) {
  const { phone, patient, texts } = service
  const [enrolling, setEnrolling] = useState(false)
  const asks = enrolling || phone === undefined
  const enrolled = async (...enrolment: Parameters<Service['enrol']>) => {
    await service.enrol(...enrolment)
    setEnrolling(false)
  }
  const choose = (key: string) => {
    setEnrolling(false)
    service.choose(key)
  }
  return (
    <main class="desk">
      <div class="desk-phone">
        {phone !== undefined && (
          <PhoneTabs
            phones={state.phones}
            chosen={asks ? undefined : phone}
            choose={choose}
            add={() => setEnrolling(true)}
          />
        )}
        <Phone state={state} phone={asks && enrolling ? undefined : phone} write={service.write} />
      </div>
      <div class="desk-plan">
        {asks && <Enrol state={state} enrol={enrolled} />}
        {!asks && patient !== undefined && (
          <>
            <CourseCard patient={patient} move={service.moveInjection} />
            <Calendar texts={texts} now={state.now} />
          </>
        )}
        {!asks && patient === undefined && (
          <p class="quiet">This phone belongs to no patient of the clinic.</p>
        )}
      </div>
    </main>
  )
}
