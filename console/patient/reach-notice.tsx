import type { CalendarText, Patient, PatientState } from '../api/shapes.ts'
import { dayText } from '../controls/days.ts'
import { Notice } from '../controls/notice.tsx'

const OUT_OF_REACH: Readonly<Partial<Record<PatientState, string>>> = {
  stopped:
    'This number has opted out: no text goes, visit reminders included. Phone about visits. Only START, texted from that phone, begins them again.',
  paused: 'Texts are on hold: none goes until they are sent again.',
  withdrawn: 'Withdrawn: no text goes.',
  erasing: 'Everything held about this patient is being erased.',
}

/** Why texts do not reach this patient, where they do not. */
export function ReachNotice({ patient, texts }: { patient: Patient; texts: readonly CalendarText[] }) {
  const words = OUT_OF_REACH[patient.state] ?? troubleWith(patient, texts)
  return words === undefined ? null : <Notice kind="warn">{words}</Notice>
}

function troubleWith({ numberBad }: Patient, texts: readonly CalendarText[]): string | undefined {
  if (numberBad !== undefined)
    return 'The number takes no texts: none goes until it is corrected. Phone about visits.'
  const last = texts.findLast(({ state }) => TRIED.has(state))
  if (last === undefined || last.state === 'delivered') return undefined
  return `The last text did not arrive: ${last.kind}, ${dayText(last.local)}.`
}

/** It went, or failed for good: `sent` alone says nothing yet. */
const TRIED: ReadonlySet<CalendarText['state']> = new Set(['delivered', 'undelivered', 'failed'])
