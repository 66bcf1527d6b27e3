import type { PatientId } from '../patient/identifiers.ts'
import type { Patient, Reply } from '../patient/patient.ts'
import type { AnswerOwner } from '../ports/texting.ts'
import type { AnswerKey } from '../protocol/answers.ts'
import { after, type Instant, MINUTE } from '../time/instant.ts'
import type { Finding } from '../triage/finding.ts'
import type { Response } from './answer.ts'
import { change } from './change.ts'
import { questionsAsked } from './conversation.ts'
import { type InLight, isRedFlag } from './red-flag.ts'
import type { Services } from './services.ts'

export interface Inbound {
  /** Twilio's message id. */
  readonly sid: string
  readonly from: string
  readonly to: string
  readonly body: string
}

/** What goes back in the webhook's own response; nothing when there is nothing to say. */
export interface Heard {
  readonly answer?: string
  /** To whose message it is, so that the carrier can report what became of it. */
  readonly reported?: AnswerOwner
}

/** Longest part of a reply kept in the patient's document; all of it is kept as evidence. */
const KEPT_CHARACTERS = 320
/** A phone that writes more often than this is a machine answering a machine: it gets answers to red flags only. */
const LOOP = { replies: 8, within: 10 * MINUTE }
/** The same words again, read as part of an open red flag, are a machine's sooner than hers. */
const SAME_WORDS = 2

/**
 * Stores the reply with its answer in the same write as everything it changes, then as evidence. Who has it already
 * keeps the answer of then: a repeat completes what a stop half-way left missing, and changes nothing else.
 */
export async function keepReply(
  services: Services,
  patients: readonly Patient[],
  { sid, body }: Inbound,
  before: HeardBefore,
  finding: InLight,
  respondTo: (patient: Patient, now: Instant) => Response,
): Promise<Heard> {
  let heard: Heard = {}
  for (const { id, clinicId } of patients) {
    const kept = await change(services, { patientId: id, clinicId }, ({ patient }, now) => {
      const known = before.get(id) ?? patient.replies.find((reply) => reply.sid === sid)
      if (known !== undefined) return { value: known }
      const response = quietInLoop(patient, finding, body, respondTo(patient, now), now)
      const text = body.slice(0, KEPT_CHARACTERS)
      const reply = describe(patient, { sid, text, finding, response, at: now })
      return { value: reply, patient: { ...response.patient, replies: [...response.patient.replies, reply] } }
    })
    if (kept === undefined) continue
    await services.evidence.putReply(id, { ...kept.value, text: body })
    const { answer } = kept.value
    if (heard.answer === undefined && answer !== undefined)
      heard = { answer: answer.body, ...(isReported(answer) && { reported: { patientId: id, reply: sid } }) }
  }
  return heard
}

/** These thank her and say nothing she would miss. */
const THANKS = new Set<string>(['yes', 'belt.yes', 'pain.low'] satisfies AnswerKey[])

/** Whether the carrier is asked to report what becomes of an answer: two calls of ours each. */
export const isReported = (answer: Reply['answer']): boolean =>
  answer !== undefined && !THANKS.has(answer.key)

function quietInLoop(
  patient: Patient,
  finding: InLight,
  body: string,
  response: Response,
  now: Instant,
): Response {
  if (isRedFlag(finding) && !finding.inherited) return response
  const recent = patient.replies.filter(({ at }) => at > after(now, -LOOP.within))
  const repeats = recent.filter(({ text }) => text === body.slice(0, KEPT_CHARACTERS)).length
  const loops = recent.length >= LOOP.replies || (finding.inherited === true && repeats >= SAME_WORDS)
  return loops ? { patient: response.patient } : response
}

interface Told {
  readonly sid: string
  readonly text: string
  readonly finding: Finding
  readonly response: Response
  readonly at: Instant
}

function describe(patient: Patient, { sid, text, finding, response, at }: Told): Reply {
  const asked = questionsAsked(patient).at(-1)
  const { intent, value } = finding
  return {
    sid,
    at,
    text,
    intent,
    ...(value !== undefined && { value }),
    ...(asked && { asked: asked.id }),
    ...(response.answer && { answer: response.answer }),
  }
}

/** The replies by which patients have the same message already. */
export type HeardBefore = ReadonlyMap<PatientId, Reply>

/** Looks for the message in the documents and, for one pushed out of them by newer ones, among the evidence. */
export async function heardBefore(
  services: Services,
  patients: readonly Patient[],
  sid: string,
): Promise<HeardBefore> {
  const found = await Promise.all(
    patients.map(async ({ id, replies }) => {
      const reply = replies.find((one) => one.sid === sid) ?? (await services.evidence.reply(id, sid))
      return reply === undefined ? [] : [[id, reply] as const]
    }),
  )
  return new Map(found.flat())
}
