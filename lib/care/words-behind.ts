import type { Intent, Patient, Reply, Task } from '../patient/patient.ts'

/**
 * What she wrote, one message a line, where a message of hers raised the task. One task stands for everything of its kind
 * until it is resolved: later messages like it belong to it.
 */
export function wordsBehind(
  { replies }: Pick<Patient, 'replies'>,
  { kind, at, resolved }: Task,
): { readonly words?: string } {
  const until = resolved?.at ?? Number.POSITIVE_INFINITY
  const behind = replies.filter(
    (reply) =>
      reply.at === at || (kind === 'unknown' && reply.at > at && reply.at <= until && waitsForPerson(reply)),
  )
  return behind.length === 0 ? {} : { words: behind.map(({ text }) => text).join('\n') }
}

/** Of these a person has nothing to read; a red flag stands with what needs a person. */
const NOT_TO_READ = new Set<Intent>([
  ...(['thanks', 'stop', 'wrong_number', 'start', 'help'] as const),
  ...(['red_flag_emergency', 'red_flag_clinic'] as const),
])

/** Not understood, or understood and left without an answer: a number that opted out gets none. */
const waitsForPerson = ({ intent, answer }: Reply): boolean =>
  intent === 'unknown' || (answer === undefined && !NOT_TO_READ.has(intent))
