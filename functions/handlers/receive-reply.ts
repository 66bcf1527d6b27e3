import middy from '@middy/core'
import httpHeaderNormalizer from '@middy/http-header-normalizer'
import { hearReply } from '../../lib/care/hear-reply.ts'
import type { Services } from '../../lib/care/services.ts'
import type { Answer, WebhookEvent } from '../http/api-event.ts'
import { fieldOf } from '../http/form-fields.ts'
import { RequestProblem } from '../http/problem.ts'
import { twimlAnswer } from '../http/twiml.ts'
import { logRun } from '../middleware/log-run.ts'
import { problemJson } from '../middleware/problem-json.ts'
import { twilioSignature } from '../middleware/twilio-signature.ts'

/**
 * A repeated message is known by its id. Twilio signs its fields run together, so under one signature an id could be made
 * to swallow the field behind it and pass for another; one of Twilio's own form cannot.
 */
const MESSAGE_SID = /^(SM|MM)[0-9a-f]{32}$/i

/** Called by AWS: every text that a patient sends us. */
export function makeReceiveReply(services: Services) {
  // Built once per cold start.
  return middy<WebhookEvent, Answer>()
    .use(logRun(services))
    .use(problemJson(services))
    .use(httpHeaderNormalizer())
    .use(twilioSignature(services))
    .handler((event) => receiveReply(services, event))
}

// Run per event.
async function receiveReply(services: Services, { fields = {} }: WebhookEvent): Promise<Answer> {
  const [sid = '', from, to, body = ''] = ['MessageSid', 'From', 'To', 'Body'].map((name) =>
    fieldOf(fields, name),
  )
  if (!MESSAGE_SID.test(sid) || !from || !to)
    throw new RequestProblem(400, { detail: 'expected the fields MessageSid, From, To and Body' })
  const { answer, reported } = await hearReply(services, { sid, from, to, body })
  return twimlAnswer(answer, reported && services.texting.answerCallback(reported))
}
