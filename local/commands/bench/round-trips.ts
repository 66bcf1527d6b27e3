import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Patient } from '../../../lib/patient/patient.ts'
import { INBOUND } from '../../../lib/routes.ts'
import { addDays, joinDateTime, minuteOfDay } from '../../../lib/time/local-date.ts'
import { localAt } from '../../../lib/time/zone.ts'
import { bundleOfFunction } from './bundles.ts'
import { apiCall, webhookCall } from './events.ts'
import { startMeasured } from './measured.ts'
import type { Figure, Row } from './row.ts'
import { patientsMidCourse, type Stage, startStage } from './stage.ts'

/** A text takes 2 reads, 2 writes, 1 evidence put, 1 alarm, 1 Twilio. A red flag also alerts staff, by text and e-mail. */
const MOST = { text: 7, enrolment: 9, reply: 8, redFlag: 16, callback: 3 } as const
/** A rule made for the first time is given its target too. */
const NEW_ALARM = 1
const MEASURED_AT = 10 * 60

/** Calls that a warm function makes, counted where the vendors answer. */
export async function roundTripsRow(): Promise<Row> {
  const stage = await startStage()
  try {
    const [first, second] = await patientsMidCourse(stage, 2)
    if (first === undefined || second === undefined) throw new Error('expected two patients to measure with')
    const text = await callsOf(stage, 'send-due-texts', [first, second].map(wake))
    const enrolment = await callsOf(
      stage,
      'clinic-api',
      ['31', '32'].map((end) => enrolmentOf(stage, end)),
    )
    const reply = await callsOf(
      stage,
      'receive-reply',
      ['31', '32'].map((end) => replyFrom(stage, end, 'can i take voltaren')),
    )
    // Warmed by a reply without one: an open red flag would hold the number that the next alert tries first.
    const redFlag = await callsOf(stage, 'receive-reply', [
      replyFrom(stage, '31', 'can i take panadol'),
      replyFrom(stage, '32', 'my leg is numb since yesterday'),
    ])
    const callback = await callsOf(stage, 'record-delivery', newsOf(stage, [first, second]))
    const own = enrolment.total - text.total - NEW_ALARM
    return {
      name: 'trips',
      measured: 'calls of one run of a warm function as deployed, counted where the vendors answer',
      figures: [
        figure('a text', text),
        { name: 'an enrolment itself', value: own, unit: 'calls' },
        figure('the same with its welcome and its new alarm', enrolment),
        figure('a reply', reply),
        figure('a reply with a red flag', redFlag),
        figure('a delivery callback', callback),
      ],
      limit: `a text exactly ${MOST.text}, an enrolment at most ${MOST.enrolment} beside the text it sends and the target of its new alarm, a reply at most ${MOST.reply}, one with a red flag ${MOST.redFlag}, a delivery callback ${MOST.callback}`,
      passes:
        text.total === MOST.text &&
        own <= MOST.enrolment &&
        reply.total <= MOST.reply &&
        redFlag.total <= MOST.redFlag &&
        callback.total <= MOST.callback,
    }
  } finally {
    await stage.close()
  }
}

interface Calls {
  readonly total: number
  /** `5 dynamodb, 1 twilio`. */
  readonly words: string
}

const figure = (name: string, { total, words }: Calls): Figure => ({
  name,
  value: total,
  unit: `calls (${words})`,
})

const ANSWER = z.object({ statusCode: z.number().max(299) }).nullish()

/** The first event warms the function up; the calls of the second count. @throws Error when the function refuses one */
async function callsOf(stage: Stage, name: string, [first, second]: readonly unknown[]): Promise<Calls> {
  const { file } = await bundleOfFunction(name)
  const measured = await startMeasured(file, stage.environment)
  try {
    await measured.run([first], 1)
    const before = stage.calls()
    const { answer } = await measured.run([second], 1)
    ANSWER.parse(answer)
    const after = stage.calls()
    const made = Object.entries(after)
      .map(([vendor, count]) => ({
        vendor,
        count: count - (new Map(Object.entries(before)).get(vendor) ?? 0),
      }))
      .filter(({ count }) => count > 0)
    return {
      total: made.reduce((sum, { count }) => sum + count, 0),
      words: made.map(({ vendor, count }) => `${count} ${vendor}`).join(', '),
    }
  } finally {
    await measured.close()
  }
}

const wake = ({ id: patientId, clinicId }: Patient) => ({ patientId, clinicId })

const mobileEnding = (end: string): string => `+614915760${end}`

function enrolmentOf({ clinic, services }: Stage, end: string) {
  const today = localAt(clinic.zone, services.clock.now()).date
  const at = [10, 52, 94].map((days) => joinDateTime(addDays(today, days), minuteOfDay(MEASURED_AT)))
  return apiCall('POST', '/v1/patients', {
    reference: `measured-${end}`,
    mobile: mobileEnding(end),
    injections: at.map((visit) => ({ at: visit })),
    consent: { given: today, method: 'written' },
  })
}

function replyFrom({ clinic }: Stage, end: string, body: string) {
  const reply = { From: mobileEnding(end), To: clinic.sender, Body: body }
  const digest = createHash('md5').update(JSON.stringify(reply)).digest('hex')
  return webhookCall(INBOUND.path, { ...reply, MessageSid: `SM${digest}` })
}

/** News of the texts that these patients got. */
const newsOf = ({ twilio }: Stage, patients: readonly Patient[]): readonly unknown[] =>
  patients.map(({ mobile }) => {
    const message = twilio.messages().find(({ to }) => to === mobile)
    const { pathname, search } = new URL(message?.statusCallback ?? '')
    return webhookCall(`${pathname}${search}`, { MessageSid: message?.sid ?? '', MessageStatus: 'delivered' })
  })
