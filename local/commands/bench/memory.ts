import type { Patient } from '../../../lib/patient/patient.ts'
import { INBOUND, NEWS } from '../../../lib/routes.ts'
import { bundleOfFunction } from './bundles.ts'
import { apiCall, csvCall, webhookCall } from './events.ts'
import { startMeasured } from './measured.ts'
import type { Figure, Row } from './row.ts'
import { patientsMidCourse, type Stage, startStage } from './stage.ts'

const EVENTS = 1000
/** So many patients are there for the functions that need not meet a new one each time. */
const OF_PATIENTS = 20
const MOST_MEGABYTES = 120
/** Events that the measured process is given at once: all of them would take room that the handler does not. */
const HANDED_OVER = 20

/**
 * A heap of 64 MB: with more, V8 puts collecting off, and what it holds says nothing of what it needs.
 * A handler that needs more than this heap ends with an error.
 */
const FLAGS = ['--max-old-space-size=64', '--max-semi-space-size=2']

/** The most each function ever holds while it works events off, one after another as Lambda gives them. */
export async function memoryRow(): Promise<Row> {
  const figures = [
    ...(await peaks(EVENTS, (stage, patients) => ({ 'send-due-texts': wakesOf(stage, patients) }))),
    ...(await peaks(OF_PATIENTS, eventsFor)),
  ]
  return {
    name: 'memory',
    measured: `the most each function's process, Node itself included, holds over ${EVENTS} events on a heap that makes V8 tidy up`,
    figures,
    limit: `at most ${MOST_MEGABYTES} MB each`,
    passes: figures.every(({ value }) => value <= MOST_MEGABYTES),
  }
}

type EventsByFunction = Readonly<Record<string, readonly unknown[]>>

async function peaks(
  patients: number,
  eventsOf: (stage: Stage, patients: readonly Patient[]) => EventsByFunction,
): Promise<readonly Figure[]> {
  const stage = await startStage()
  try {
    const events = eventsOf(stage, await patientsMidCourse(stage, patients))
    const figures: Figure[] = []
    for (const [name, given] of Object.entries(events)) figures.push(await peakOf(stage, name, given))
    return figures
  } finally {
    await stage.close()
  }
}

async function peakOf({ environment }: Stage, name: string, events: readonly unknown[]): Promise<Figure> {
  const { file } = await bundleOfFunction(name)
  const measured = await startMeasured(file, environment, FLAGS)
  const loaded = await measured.peak()
  for (let from = 0; from < events.length; from += HANDED_OVER)
    await measured.runWatched(events.slice(from, from + HANDED_OVER))
  const peak = await measured.peak()
  await measured.close()
  return { name, value: Math.round(peak), unit: `MB (${Math.round(loaded)} when loaded)` }
}

const wakesOf = (_: Stage, patients: readonly Patient[]): readonly unknown[] =>
  patients.map(({ id: patientId, clinicId }) => ({ patientId, clinicId }))

/** Patients are in the store once, and each has many events. */
function eventsFor({ clinic }: Stage, patients: readonly Patient[]): EventsByFunction {
  const events = (make: (patient: Patient, number: number) => unknown): readonly unknown[] =>
    Array.from({ length: EVENTS / OF_PATIENTS }, (_, turn) =>
      patients.map((patient, index) => make(patient, turn * OF_PATIENTS + index)),
    ).flat()
  const sid = (number: number) => `SM${String(number).padStart(32, '0')}`
  return {
    'record-delivery': events(({ id }, number) =>
      webhookCall(`${NEWS.path}?patient=${id}&text=F2-1-2-1&attempt=unknown-attempt-000`, {
        MessageSid: sid(number),
        MessageStatus: 'delivered',
      }),
    ),
    'receive-reply': events(({ mobile }, number) =>
      webhookCall(INBOUND.path, {
        MessageSid: sid(number),
        From: mobile,
        To: clinic.sender,
        Body: REPLIES[number % REPLIES.length] ?? '',
      }),
    ),
    'clinic-api': events(({ id }, number) => apiCall('GET', pathOf(id, number))),
    'import-patients': events(() => csvCall('/v1/imports', 'dryRun=true', fileOf(patients))),
    sweep: events(() => ({})),
  }
}

const REPLIES = [
  'C',
  '7',
  'can i take voltaren',
  'thanks',
  'my leg is numb since yesterday',
  'who is this?',
  'Y',
]
/** Of new patients, whom the try-out of an import leaves new. */
const ROWS = 2
const fileOf = (patients: readonly Patient[]): string =>
  [
    'Reference,Mobile,Consent date,Consent method,Injection 1',
    ...patients
      .slice(0, ROWS)
      .map(({ mobile }, row) => `row-${row},${mobile},1/11/2026,written,1/3/2027 10:00`),
  ].join('\n')

/** Hers alone, and now and then a day of the whole clinic. */
const CLINIC_DAY_EVERY = 100
const CALLS = [(id: string) => `/v1/patients/${id}/plan`, (id: string) => `/v1/patients/${id}`]

const pathOf = (id: string, number: number): string =>
  number % CLINIC_DAY_EVERY === 0 ? '/v1/today' : (CALLS[number % CALLS.length]?.(id) ?? '')
