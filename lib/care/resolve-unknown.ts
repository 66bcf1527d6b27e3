import { isTextId, type TextId } from '../patient/identifiers.ts'
import type { Attempt, Claim, LedgerEntry } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import { computePlan } from '../plan/compute-plan.ts'
import { after, DAY, type Instant, MINUTE } from '../time/instant.ts'
import { lastClaim } from '../time/texting-hours.ts'
import { change, type Snapshot, type Whose } from './change.ts'
import { moved, withAttempt, withEntry, withPlaceBack } from './ledger-moves.ts'
import { takeNews } from './note-delivery.ts'
import type { Services } from './services.ts'
import { withTask } from './tasks.ts'

/** Two complete look-ups this far apart, both showing nothing, prove that a text did not go. */
const BETWEEN_LOOKS = 10 * MINUTE
const AFTER_INCOMPLETE = 5 * MINUTE
/** Twilio's clock and ours may differ by this much. */
const CLOCK_SKEW = 2 * MINUTE

/** What else is known of a number: texts other attempts own, and attempts that could own the same message. */
interface Rivals {
  readonly ownedSids: ReadonlySet<string>
  readonly claimants: number
}

/**
 * Looks up, at Twilio, every attempt of a patient that got no answer and whose look is due. Never sends: Twilio has no
 * idempotency key, so an attempt is repeated only after proof that it did not go.
 */
export async function resolveUnknowns(
  services: Services,
  whose: Whose,
  { patient }: Snapshot,
): Promise<void> {
  const now = services.clock.now()
  for (const [id, entry] of Object.entries(patient.ledger)) {
    const isDue = entry.state === 'unknown' && (entry.lookAt ?? now) <= now
    if (isTextId(id) && isDue) await resolve(services, whose, patient, id, entry)
  }
}

async function resolve(
  services: Services,
  whose: Whose,
  patient: Patient,
  id: TextId,
  entry: LedgerEntry,
): Promise<void> {
  const { claim } = entry
  const attempt = entry.attempts.at(-1)
  if (claim === undefined || attempt === undefined) return
  const lookUp = await services.texting.sentTo(claim.to)
  const since = after(attempt.claimedAt, -CLOCK_SKEW)
  const rivals = await rivalsOf(services, whose, id, { claim, since })
  const found = (lookUp.kind === 'complete' ? lookUp.texts : []).filter(
    (text) => text.body === claim.body && text.createdAt >= since && !rivals.ownedSids.has(text.sid),
  )
  const [only] = found
  if (only !== undefined && found.length === 1 && rivals.claimants === 0) {
    const { sid, news, createdAt } = only
    await takeNews(services, patient, { text: id, attempt: attempt.id, sid, news, sentAt: createdAt })
  } else {
    const seen = lookUp.kind === 'incomplete' ? 'incomplete' : found.length === 0 ? 'nothing' : 'ambiguous'
    await change(services, whose, (snapshot, now) => {
      const next = judge(snapshot, id, attempt, seen, now)
      return { value: undefined, ...(next && { patient: next }) }
    })
  }
  services.log.info('UNKNOWN_LOOKED_UP', {
    patientId: whose.patientId,
    textId: id,
    outcome: lookUp.kind,
    count: found.length,
  })
}

async function rivalsOf(
  services: Services,
  { patientId }: Whose,
  id: TextId,
  { claim, since }: { readonly claim: Claim; readonly since: Instant },
): Promise<Rivals> {
  const ids = new Set([patientId, ...(await services.phones.patients(claim.to))])
  const patients = await Promise.all([...ids].map((one) => services.patients.read(one)))
  const entries = patients.flatMap((patient) =>
    patient === undefined
      ? []
      : Object.entries(patient.ledger).map(([text, entry]) => ({ patient, text, entry })),
  )
  const ownedSids = entries.flatMap(({ entry }) =>
    entry.attempts.flatMap(({ sid }) => (sid === undefined ? [] : [sid])),
  )
  const claimants = entries.filter(
    ({ patient, text, entry }) =>
      !(patient.id === patientId && text === id) &&
      entry.claim?.body === claim.body &&
      entry.claim.to === claim.to &&
      // A claim that ended before can own no message created since: many weeks' texts have the same words.
      after(entry.claim.deadline, CLOCK_SKEW) >= since,
  )
  return { ownedSids: new Set(ownedSids), claimants: claimants.length }
}

/** What a look-up that did not find the text means for it. Undefined when it has been resolved meanwhile. */
function judge(
  { patient, clinic }: Snapshot,
  id: TextId,
  attempt: Attempt,
  seen: 'incomplete' | 'nothing' | 'ambiguous',
  now: Instant,
): Patient | undefined {
  const entry = patient.ledger[id]
  if (entry?.state !== 'unknown' || entry.attempts.at(-1)?.id !== attempt.id) return undefined
  const giveUp = () => givenUp({ patient, clinic }, id, entry, now)
  const wait = (look: Pick<LedgerEntry, 'lookAt' | 'firstLookAt'>) =>
    withEntry(patient, id, { ...entry, ...look })
  if (seen === 'ambiguous') return giveUp()
  const isOver = now > lastUse({ patient, clinic }, id, attempt)
  if (seen === 'incomplete') return isOver ? giveUp() : wait({ lookAt: after(now, AFTER_INCOMPLETE) })
  if (entry.firstLookAt === undefined) return wait({ firstLookAt: now, lookAt: after(now, BETWEEN_LOOKS) })
  const secondLook = after(entry.firstLookAt, BETWEEN_LOOKS)
  if (now < secondLook) return wait({ lookAt: secondLook })
  if (isOver) return giveUp()
  const attempts = withAttempt(entry, attempt.id, { state: 'refused' })
  const retry = moved(entry, { state: 'retry', at: now, attempts, lookAt: now })
  return withPlaceBack(withEntry(patient, id, retry), attempt)
}

/** The last instant at which the text could be sent again; for one no longer planned, the end of a day's patience. */
function lastUse({ patient, clinic }: Snapshot, id: TextId, { claimedAt }: Attempt): Instant {
  const text = computePlan(patient, clinic).find((planned) => planned.id === id)
  return text === undefined ? after(claimedAt, DAY) : lastClaim(text.endsAt)
}

/** Nobody can tell whether she got it: a person asks her. */
function givenUp({ patient, clinic }: Snapshot, id: TextId, entry: LedgerEntry, now: Instant): Patient {
  const failed = withEntry(patient, id, moved(entry, { state: 'failed', at: now, attempts: entry.attempts }))
  return withTask(failed, clinic, 'failed-unknown', now, { about: id })
}
