import type { ClinicId } from '../patient/identifiers.ts'
import type { Breaker } from '../ports/sender-breakers.ts'
import type { SendOutcome } from '../ports/texting.ts'
import { after, type Instant, MINUTE } from '../time/instant.ts'
import type { Services } from './services.ts'

/** While a breaker is open its sender is tried, or its account asked, this often. */
export const TRY_EVERY = 5 * MINUTE
/** Texts that may be tried while it is open; after that it waits for an operator. */
const MOST_PROBES = 3

/** Whether a text may be sent to find out if the sender works again. An account is asked instead, which sends nothing. */
export const mayProbe = ({ account, probes, triedAt }: Breaker, now: Instant): boolean =>
  !account && probes < MOST_PROBES && now >= after(triedAt, TRY_EVERY)

/** Takes one of the few probes; false when somebody else did, or the breaker has been closed or opened anew. */
export const takeProbe = (
  { breakers }: Services,
  clinicId: ClinicId,
  breaker: Breaker,
  now: Instant,
): Promise<boolean> =>
  breakers.replace(clinicId, breaker, { ...breaker, probes: breaker.probes + 1, triedAt: now })

/** What an answer of Twilio's says about the sender: one refusal for its sake stops it, one text taken frees it. */
export async function heedOutcome(
  services: Services,
  clinicId: ClinicId,
  breaker: Breaker | undefined,
  outcome: SendOutcome,
): Promise<void> {
  if (outcome.kind === 'accepted' && breaker !== undefined) await closeBreaker(services, clinicId)
  if (outcome.kind === 'refused' && outcome.failure === 'operators' && breaker === undefined)
    await open(services, clinicId, outcome)
}

/** Operators are paged by whoever opened it, and so once. */
async function open(
  { breakers, clock, alerts, metrics, log }: Services,
  clinicId: ClinicId,
  { account, code }: Extract<SendOutcome, { kind: 'refused' }>,
): Promise<void> {
  const now = clock.now()
  const about = code === undefined ? {} : { code }
  if (
    !(await breakers.open(clinicId, {
      openedAt: now,
      account: account === true,
      ...about,
      probes: 0,
      triedAt: now,
    }))
  )
    return
  metrics.add('BreakerOpened', 1)
  log.error('BREAKER_OPENED', { clinicId, ...about })
  const cause = account === true ? 'account' : 'sender or a setting'
  await alerts.pageOperators(
    'texts are held: Twilio refuses to send',
    `Twilio refuses the ${cause} of clinic ${clinicId}${code === undefined ? '' : ` (error ${code})`}. Its texts are held until this is mended.`,
  )
}

/** Asks, now and then, whether the account is active again, which costs no text. True when it is: texts go again. */
export async function askAccount(services: Services, clinicId: ClinicId, breaker: Breaker): Promise<boolean> {
  const now = services.clock.now()
  if (!breaker.account || now < after(breaker.triedAt, TRY_EVERY)) return false
  if (!(await services.breakers.replace(clinicId, breaker, { ...breaker, triedAt: now }))) return false
  if ((await services.texting.accountActive()) !== true) return false
  await closeBreaker(services, clinicId)
  return true
}

/** Lets a clinic's texts go again: those still alive follow within minutes, whatever has expired meanwhile does not. */
export async function closeBreaker({ breakers, log }: Services, clinicId: ClinicId): Promise<void> {
  await breakers.close(clinicId)
  log.info('BREAKER_CLOSED', { clinicId })
}
