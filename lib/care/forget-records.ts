import type { PhoneNumber } from '../patient/identifiers.ts'
import type { Attempt } from '../patient/ledger.ts'
import type { Patient, Reply } from '../patient/patient.ts'
import { after, SECOND } from '../time/instant.ts'
import type { Services } from './services.ts'

/** One look deletes no more after this: others wait for the sweep too. */
const DELETES_FOR = 10 * SECOND
const AT_ONCE = 5

/** Why records are left: the carrier did not delete all of its own, or there is no more time in this look. */
export type Left = 'nothing' | 'carrier' | 'more'

/** Every number she has had, as far as anything kept says. */
export async function numbersOf(services: Services, patient: Patient): Promise<readonly PhoneNumber[]> {
  const sent = await services.evidence.sent(patient.id)
  return [...new Set([patient.mobile, patient.enrolment.mobile, ...sent.map(({ to }) => to)])]
}

export interface Forgotten {
  readonly left: Left
  /** Messages the carrier has no record of any more. */
  readonly gone: ReadonlySet<string>
}

/**
 * Forgets what was sent, heard and changed. A record here is removed after the carrier's own of the same message: what
 * is left here is what is left to do.
 * @param patience `over`: the carrier has had its time, and its answer is not waited for any more
 */
export async function forgetRecords(
  services: Services,
  patient: Patient,
  patience: 'left' | 'over',
): Promise<Forgotten> {
  const { evidence, clock } = services
  const { id } = patient
  const [sent, replies, reports, changes] = await Promise.all([
    evidence.sent(id),
    evidence.replies(id),
    evidence.answerReports(id),
    evidence.changes(id),
  ])
  for (const { version } of changes) await evidence.forgetChange(id, version)
  for (const report of reports) await evidence.forgetAnswerReport(id, report)
  const gone = new Set<string>()
  const mayForget = (sid: string) => deleted(services, patient, sid, patience)
  if (!(await answersDeleted(services, patient, replies, mayForget)) && patience === 'left')
    return { left: 'carrier', gone }
  const records = [
    ...sent.map((one) => ({ sid: one.sid, forget: () => evidence.forgetSent(id, one) })),
    ...replies.map(({ sid }) => ({ sid, forget: () => evidence.forgetReply(id, sid) })),
    ...sidsWithoutRecord(patient, sent).map((sid) => ({ sid, forget: async () => {} })),
  ]
  const until = after(clock.now(), DELETES_FOR)
  for (let start = 0; start < records.length; start += AT_ONCE) {
    if (clock.now() >= until) return { left: 'more', gone }
    const group = records.slice(start, start + AT_ONCE)
    const answers = await Promise.all(group.map(({ sid }) => mayForget(sid)))
    const forgettable = group.filter((_, index) => answers[index])
    await Promise.all(forgettable.map(({ forget }) => forget()))
    for (const { sid } of forgettable) gone.add(sid)
    // The carrier is likely away: it is not asked in vain for every other.
    if (forgettable.length < group.length) return { left: 'carrier', gone }
  }
  return { left: 'nothing', gone }
}

/** Attempts that reached the carrier and have no record here: news of them came too late for one. */
function sidsWithoutRecord(
  { ledger }: Patient,
  sent: readonly { readonly sid: string }[],
): readonly string[] {
  const known = new Set(sent.map(({ sid }) => sid))
  return Object.values(ledger).flatMap(({ attempts }) =>
    attempts.flatMap(({ sid }) => (sid === undefined || known.has(sid) ? [] : [sid])),
  )
}

/** The patient without the ids of messages that are gone: they are not asked for again. */
export function withoutSids(patient: Patient, gone: ReadonlySet<string>): Patient {
  const stripped = ({ sid, ...attempt }: Attempt): Attempt =>
    sid === undefined || gone.has(sid) ? attempt : { ...attempt, sid }
  const ledger = Object.entries(patient.ledger).map(([id, entry]) => [
    id,
    { ...entry, attempts: entry.attempts.map(stripped) },
  ])
  return { ...patient, ledger: Object.fromEntries(ledger) }
}

async function deleted(
  { texting, log }: Services,
  { id: patientId }: Patient,
  sid: string,
  patience: 'left' | 'over',
): Promise<boolean> {
  if ((await texting.deleteRecord(sid)) === 'gone') return true
  if (patience === 'left') return false
  log.error('NOT_ERASED_AT_CARRIER', { patientId, sid })
  return true
}

/**
 * Answers went out in a webhook's response, so their ids are known to the carrier alone: they are found by her number
 * and their words. A text of the plan is never said in an answer's words, so nobody's proof of a text is deleted.
 */
async function answersDeleted(
  services: Services,
  patient: Patient,
  replies: readonly Reply[],
  mayForget: (sid: string) => Promise<boolean>,
): Promise<boolean> {
  const bodies = new Set(replies.flatMap(({ answer }) => answer?.body ?? []))
  if (bodies.size === 0) return true
  for (const mobile of await numbersOf(services, patient)) {
    const lookUp = await services.texting.sentTo(mobile)
    if (lookUp.kind === 'incomplete') return false
    for (const { sid, body } of lookUp.texts) if (bodies.has(body) && !(await mayForget(sid))) return false
  }
  return true
}
