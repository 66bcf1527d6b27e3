import { zoneId } from '../../lib/time/zone.ts'
import { DEMO_CLINIC } from '../demo-clinic.ts'

/** What the processes of a run agree on. */
export const STAGE = 'chaos'
export const CLINIC = DEMO_CLINIC

/** Where patients live whose texting hours begin before everybody else's. */
export const FARTHER_EAST = zoneId('Pacific/Auckland')

/** An account that was granted more rules than the usual 300: one for each text here. */
export const RULES = 10_000

/** Real milliseconds that Twilio takes to answer. */
export const GATEWAY_MS = 30

/** Processes that send, each with its share of the concurrency. */
export const SENDING_PROCESSES = 2
