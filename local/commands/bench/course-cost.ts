import { DAY } from '../../../lib/time/instant.ts'
import { simulateWorld } from '../../../tests/simulation/simulate-world.ts'
import { Meter } from './meter.ts'
import { PRICES } from './prices.ts'

/** What things cost, by what they are for, in US dollars. */
export type Costs = Readonly<Record<string, number>>

/** As the stack gives every function. */
export const FUNCTION_GIGABYTES = 0.5
/** Milliseconds a run is billed, half of them cold: not measured at AWS. */
const BILLED_MS = { wake: 550, callback: 350, reply: 450, apiCall: 600 } as const
/** What Lambda and our own start and end write about each run, and the API about each call; bytes. */
const LOGGED = { run: 900, apiCall: 250 } as const
/** Units read to write down what became of an answer: her document twice, the link of her number, the message. */
const READS_A_REPORT = 8
/**
 * The daily pass, which the simulation leaves out: her entry in the look index, patient, clinic and breaker, then patient and
 * clinic once more for her alarm; one document over 4 KB. Milliseconds are a share of a run that reads 50 patients.
 */
const A_DAY = { reads: 7, ms: 15 } as const
const DAYS_A_MONTH = 30
const GIGABYTE = 1e9

/** Three injections with every question asked and most of them answered. */
const COURSE = { seed: 'full course 1', courses: 1, faults: [] } as const

/** A whole course, its calls and bytes counted as they are made, by the price table; without the texts themselves. */
export async function courseCosts(): Promise<{ readonly texts: number; readonly costs: Costs }> {
  const meter = new Meter()
  const { messages } = await simulateWorld({ ...COURSE, break: (services) => meter.metered(services) })
  const times = messages.map(({ acceptedAt }) => acceptedAt)
  return { texts: messages.length, costs: costsOf(meter, (Math.max(...times) - Math.min(...times)) / DAY) }
}

function costsOf(meter: Meter, days: number): Costs {
  const runs = {
    wake: meter.calls('alarms.set'),
    // One when the carrier has the text or the answer, one when she has it.
    callback: 2 * (meter.calls('texting.send') + meter.answersReported),
    reply: meter.calls('evidence.putReply'),
    apiCall: meter.calls('evidence.putChange'),
  }
  const calls = runs.wake + runs.callback + runs.reply + runs.apiCall
  const seconds = Object.entries(BILLED_MS).reduce(
    (sum, [name, ms]) => sum + (countIn(runs, name) * ms) / 1000,
    (days * A_DAY.ms) / 1000,
  )
  const apiCalls = calls - runs.wake
  // It grows with the course.
  const gigabyteMonths = ((meter.evidenceBytes / 2 + meter.documentBytes) / GIGABYTE) * (days / DAYS_A_MONTH)
  const logged = meter.logBytes + calls * LOGGED.run + apiCalls * LOGGED.apiCall
  return {
    // What became of an answer is one write more: the simulated carrier says it of texts alone.
    'table: writes': (meter.tableWrites + meter.answersReported) * PRICES.tableWrite.usd,
    'table: reads':
      (meter.tableReads + meter.answersReported * READS_A_REPORT + days * A_DAY.reads) * PRICES.tableRead.usd,
    'table: storage and recovery, while it lasts':
      gigabyteMonths * (PRICES.tableGigabyte.usd + PRICES.recoveryGigabyte.usd),
    'e-mails to staff': meter.calls('alerts.emailClinic') * PRICES.email.usd,
    'functions: calls': calls * PRICES.functionCall.usd,
    'functions: time': seconds * FUNCTION_GIGABYTES * PRICES.functionGigabyteSecond.usd,
    'API: calls': apiCalls * PRICES.apiCall.usd,
    'alarms by Scheduler': runs.wake * PRICES.schedule.usd,
    logs: (logged / GIGABYTE) * PRICES.logGigabyte.usd,
    traffic: (meter.sentBytes / GIGABYTE) * PRICES.trafficGigabyte.usd,
  }
}

const countIn = (runs: Readonly<Record<string, number>>, name: string): number => runs[name] ?? 0

export const sumOf = (costs: Costs): number => Object.values(costs).reduce((sum, cost) => sum + cost, 0)
