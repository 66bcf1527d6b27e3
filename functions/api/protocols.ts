import { previewCourse } from '../../lib/care/preview-course.ts'
import type { Protocol } from '../../lib/protocol/protocol.ts'
import { findProtocol, PROTOCOLS } from '../../lib/protocol/released.ts'
import { jsonAnswer } from '../http/answer.ts'
import { planView } from '../http/plan-view.ts'
import { doneValue, RequestProblem } from '../http/problem.ts'
import { protocolSummary, protocolView } from '../http/protocol-view.ts'
import { NOTHING, PREVIEW_BODY } from '../http/schemas.ts'
import { type ClinicCall, clinicAction } from './action.ts'

export const listProtocols = clinicAction({
  body: NOTHING,
  query: NOTHING,
  run: async () => jsonAnswer(200, { items: PROTOCOLS.map(protocolSummary) }),
})

export const showProtocol = clinicAction({
  body: NOTHING,
  query: NOTHING,
  run: async ({ path }) => jsonAnswer(200, protocolView(protocolIn(path))),
})

export const previewProtocol = clinicAction({
  body: PREVIEW_BODY,
  query: NOTHING,
  run: async ({ services, clinic, path, body }) => {
    const request = { ...body, protocol: protocolIn(path).id }
    const { texts, warnings } = doneValue(previewCourse(clinic, request, services.clock.now()))
    return jsonAnswer(200, { items: planView(texts), warnings })
  },
})

/** @throws RequestProblem 404 naming the versions there are */
function protocolIn({ id = '' }: ClinicCall<unknown, unknown>['path']): Protocol {
  const protocol = findProtocol(id)
  if (protocol !== undefined) return protocol
  const known = PROTOCOLS.map((one) => one.id).join(', ')
  throw new RequestProblem(404, { detail: `there is no such protocol: expected one of ${known}` })
}
