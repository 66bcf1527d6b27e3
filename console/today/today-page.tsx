import { DAYS_TO_MARK } from '../../lib/plan/days-to-mark.ts'
import type { TodayView } from '../api/shapes.ts'
import { longDayText } from '../controls/days.ts'
import { LoadView } from '../controls/load-view.tsx'
import { Notice } from '../controls/notice.tsx'
import { PageHead } from '../controls/page-head.tsx'
import { useLoaded } from '../controls/use-loaded.ts'
import { hrefOf } from '../shell/routing.ts'
import { useSession } from '../shell/session.ts'
import { EscalationCard } from '../worklist/escalation-card.tsx'
import { TaskRow } from '../worklist/task-row.tsx'
import { NumberRow, ScoreRow, StuckRow } from './quiet-rows.tsx'
import { Section } from './section.tsx'
import { Strip } from './strip.tsx'
import { ComingVisit, VisitToMark } from './visit-rows.tsx'

/** The clinic's day, what needs a person on top. */
export function TodayPage() {
  const { api, lookEveryMs } = useSession()
  const loaded = useLoaded(api.today, 'today', lookEveryMs)
  return <LoadView loaded={loaded}>{(today) => <Today today={today} reload={loaded.reload} />}</LoadView>
}

function Today({ today, reload }: { today: TodayView; reload: () => Promise<void> }) {
  return (
    <>
      <PageHead title={longDayText(today.now.local)} tab={tabOf(today)} />
      <Strip today={today} />
      {today.incomplete && (
        <Notice>There are more patients than one page looks at: the most urgent are here.</Notice>
      )}
      <Section title="Needs a person" section={today.needsPerson} none="Nobody is waiting." loud>
        {(escalation) => <EscalationCard key={escalation.id} escalation={escalation} reload={reload} />}
      </Section>
      <Section
        title="Visits, next three working days"
        section={today.visits}
        none="No visits."
        beside={<a href={hrefOf('visits', 'move')}>Move many</a>}
      >
        {(visit) => (
          <ComingVisit key={`${visit.patient.id} ${visit.course} ${visit.injection}`} visit={visit} />
        )}
      </Section>
      <Section
        title="Close visits"
        section={today.closeVisits}
        none={`All visits of the last ${DAYS_TO_MARK} days are marked.`}
      >
        {(visit) => (
          <VisitToMark
            key={`${visit.patient.id} ${visit.course} ${visit.injection}`}
            visit={visit}
            reload={reload}
          />
        )}
      </Section>
      <Section title="Questions" section={today.questions} none="No open questions.">
        {(task) => <TaskRow key={task.id} task={task} reload={reload} />}
      </Section>
      <Section title="Numbers and consent" section={today.numbersAndConsent} none="Everyone can be texted.">
        {(row) => <NumberRow key={row.patient.id} row={row} reload={reload} />}
      </Section>
      <Section title="Scores before the visit" section={today.scoresBeforeVisit} none="No scores.">
        {(row) => <ScoreRow key={`${row.patient.id} ${row.course} ${row.injection}`} row={row} />}
      </Section>
      <Section title="Stuck" section={today.stuck} none="No text is stuck.">
        {(row) => <StuckRow key={`${row.patient.id} ${row.text}`} row={row} />}
      </Section>
    </>
  )
}

/** Somebody who works in another tab sees that a person waits. */
const tabOf = ({ needsPerson: { total } }: TodayView): string => (total > 0 ? `(${total}) Today` : 'Today')
