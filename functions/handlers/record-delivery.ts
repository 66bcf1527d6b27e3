import middy from '@middy/core'
import httpHeaderNormalizer from '@middy/http-header-normalizer'
import { noteAlert } from '../../lib/care/note-alert.ts'
import { noteAnswer } from '../../lib/care/note-answer.ts'
import { noteDelivery } from '../../lib/care/note-delivery.ts'
import type { Services } from '../../lib/care/services.ts'
import { NO_CONTENT } from '../http/answer.ts'
import type { Answer, WebhookEvent } from '../http/api-event.ts'
import { logRun } from '../middleware/log-run.ts'
import { problemJson } from '../middleware/problem-json.ts'
import { twilioSignature } from '../middleware/twilio-signature.ts'

/** Called by AWS: news from Twilio of a text we handed over. */
export function makeRecordDelivery(services: Services) {
  // Built once per cold start.
  return middy<WebhookEvent, Answer>()
    .use(logRun(services))
    .use(problemJson(services))
    .use(httpHeaderNormalizer())
    .use(twilioSignature(services))
    .handler((event) => recordDelivery(services, event))
}

// Run per event. A genuine callback that is not about a text of ours is no error: Twilio would only try again.
async function recordDelivery(
  services: Services,
  { rawQueryString, fields = {} }: WebhookEvent,
): Promise<Answer> {
  const news = services.texting.callbackNews(rawQueryString, fields)
  if (news === undefined) services.log.warn('CALLBACK_IGNORED')
  else if ('reply' in news) await noteAnswer(services, news)
  else if ('rung' in news) await noteAlert(services, news)
  else await noteDelivery(services, news)
  return NO_CONTENT
}
