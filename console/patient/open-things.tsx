import type { Patient } from '../api/shapes.ts'
import { EscalationCard } from '../worklist/escalation-card.tsx'
import { TaskRow } from '../worklist/task-row.tsx'

/** What a person has to see to for this patient, on top of all else. */
export function OpenThings({ patient, reload }: { patient: Patient; reload: () => Promise<void> }) {
  const escalations = patient.escalations.filter(({ resolved }) => resolved === undefined)
  const tasks = patient.tasks.filter(({ resolved }) => resolved === undefined)
  if (escalations.length + tasks.length === 0) return null
  // A high pain score, which has no tier, keeps nothing back.
  const isFlagged = escalations.some(({ tier }) => tier !== undefined)
  return (
    <section class="card needs" aria-labelledby="open-things">
      <h2 id="open-things">To do now</h2>
      {isFlagged && patient.state === 'active' && (
        <p class="quiet">
          While a red flag is open, pain checks, nudges and flare guidance that fall due are left out. Visit
          reminders and warnings are not.
        </p>
      )}
      <ul>
        {escalations.map((escalation) => (
          <EscalationCard key={escalation.id} escalation={escalation} reload={reload} />
        ))}
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} reload={reload} />
        ))}
      </ul>
    </section>
  )
}
