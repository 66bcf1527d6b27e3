import type { Task, TaskRow as TaskShape } from '../api/shapes.ts'
import { dayText, momentText, timeText, wallClockIn } from '../controls/days.ts'
import { useClinic, useSession } from '../shell/session.ts'
import { DoneForm } from './done-form.tsx'
import { Person } from './person.tsx'
import { TASK_WORDS } from './task-words.ts'

const USUAL = ['Called the patient', 'Left a message', 'Visit changed', 'Nothing to do']

type Shown = Task | TaskShape

/** Something that somebody sees to by the end of a working day. */
export function TaskRow({ task, reload }: { task: Shown; reload: () => Promise<void> }) {
  const { api } = useSession()
  const { timeZone: zone } = useClinic()
  const { id, patient, kind, dueBy, urgent, arrivedAt, textsAgainAt, words, acknowledged } = task
  const due = dueBy === undefined ? undefined : wallClockIn(zone, dueBy)
  return (
    <li class="task">
      <div class="task-what">
        <Person person={patient} />
        <span>
          {urgent && <span class="badge failed">urgent</span>} {TASK_WORDS[kind]}
        </span>
        {words !== undefined && <blockquote>{words}</blockquote>}
        {arrivedAt !== undefined && <span>Arrived after all, {momentText(zone, arrivedAt)}.</span>}
        {textsAgainAt !== undefined && (
          <span>No longer: gets texts again since {momentText(zone, textsAgainAt)}.</span>
        )}
        <span class={task.overdue ? 'bad' : 'quiet'}>
          {due !== undefined && `${task.overdue ? 'was due by' : 'due by'} ${dayText(due)}, ${timeText(due)}`}
          {acknowledged !== undefined && ` · ${acknowledged.by} has it`}
        </span>
      </div>
      <DoneForm
        whose={`${patient.reference ?? 'somebody unknown'}, ${TASK_WORDS[kind]}`}
        taken={acknowledged}
        usual={USUAL}
        take={() => api.takeTask(id).then(reload)}
        done={(outcome) => api.closeTask(id, outcome).then(reload)}
      />
    </li>
  )
}
