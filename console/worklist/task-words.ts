import type { TaskRow } from '../api/shapes.ts'

/** What a task asks of staff, in their words. */
export const TASK_WORDS: Readonly<Record<TaskRow['kind'], string>> = {
  change: 'Wants to change a visit',
  wrong: 'Says it is the wrong number',
  unknown: 'Wrote something that needs reading',
  stopped: 'Stopped texts with a visit still booked',
  'short-gap': 'Two injections are close together',
  'number-bad': 'The number takes no texts',
  'failed-unknown': 'A text may never have gone',
  'not-told': 'Has not been told that a visit changed',
  'not-warned': 'What to avoid or watch for did not reach her',
  pregnant: 'May be pregnant',
  medicine: 'Takes or asks about a prescribed medicine',
  'not-spoken': 'Has spoken to nobody since the red flag',
  'book-next': 'No next visit is booked',
}
