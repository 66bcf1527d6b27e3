import { makeReceiveReply } from '../../functions/handlers/receive-reply.ts'
import { makeRecordDelivery } from '../../functions/handlers/record-delivery.ts'
import { makeSendDueTexts } from '../../functions/handlers/send-due-texts.ts'
import { makeSweep } from '../../functions/handlers/sweep.ts'
import type { Services } from '../../lib/care/services.ts'
import { attemptId, textId } from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { after, HOUR } from '../../lib/time/instant.ts'
import { ENROLLED } from '../fixtures/ann.ts'
import { makeWholeApi } from '../functions/api.ts'
import { CONTEXT } from '../functions/events.ts'
import { API_ROUTES, callOf, keyOf } from './calls.ts'
import { eventOf, INBOUND, STATUS } from './webhooks.ts'
import { ZARA } from './zara.ts'

export type Scene = (services: Services) => Promise<unknown>

const hearing =
  (Body: string): Scene =>
  (services) =>
    makeReceiveReply(services)(eventOf({ ...INBOUND, fields: { ...INBOUND.fields, Body } }), CONTEXT)

const reporting =
  (MessageStatus: string): Scene =>
  (services) => {
    const fields = { ...STATUS.fields, MessageStatus, ErrorCode: '21610' }
    return makeRecordDelivery(services)(eventOf({ ...STATUS, fields }), CONTEXT)
  }

/** One run of each function for each thing it does. */
export const SCENES: Readonly<Record<string, Scene>> = {
  ...Object.fromEntries(
    API_ROUTES.map((route): [string, Scene] => [
      keyOf(route),
      (services) => makeWholeApi(services)(callOf(route), CONTEXT),
    ]),
  ),
  'a question is heard': hearing('can i take voltaren xylophone'),
  'a red flag is heard': hearing('fever and the spot is oozing xylophone'),
  'a STOP is heard': hearing('STOP'),
  'a START is heard': hearing('START'),
  'a delivery is noted': reporting('delivered'),
  'a failed delivery is noted': reporting('undelivered'),
  'an alarm fires': (services) =>
    makeSendDueTexts(services)({ patientId: ZARA.id, clinicId: ZARA.clinicId }, CONTEXT),
  'the sweep runs': (services) => makeSweep(services)({}, CONTEXT),
}

/** Zara with a text due, a text nobody knows the fate of, and a red flag that climbs. */
export const ZARA_IN_NEED: Patient = {
  ...ZARA,
  version: 2,
  lookAt: ENROLLED,
  courses: ZARA.courses.map((course) => ({ ...course, welcomes: [{ number: 2, at: ENROLLED }] })),
  ledger: {
    ...ZARA.ledger,
    [textId('W0@1.1.1')]: {
      state: 'unknown',
      due: after(ENROLLED, -HOUR),
      at: after(ENROLLED, -HOUR),
      lookAt: after(ENROLLED, -HOUR / 2),
      claim: { body: 'xylophone welcome', to: ZARA.mobile, deadline: after(ENROLLED, -HOUR) },
      attempts: [{ id: attemptId('try-Vw3'), state: 'unknown', claimedAt: after(ENROLLED, -HOUR) }],
    },
  },
}
