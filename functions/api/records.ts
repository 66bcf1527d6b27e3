import type { Evidence } from '../../lib/ports/evidence.ts'
import { jsonAnswer } from '../http/answer.ts'
import { changeRecord, type Page, replyRecord } from '../http/records-view.ts'
import { NOTHING, RECORDS_QUERY } from '../http/schemas.ts'
import { clinicAction } from './action.ts'
import { patientOf } from './patients.ts'

interface RecordsKind<Kept, Shown> {
  readonly read: (evidence: Evidence, ...of: Parameters<Evidence['sent']>) => Promise<readonly Kept[]>
  /** What the cursor of a page names its last item by. */
  readonly nameOf: (kept: Kept) => string
  readonly view: (kept: Kept) => Shown
}

const listing = <Kept, Shown>({ read, nameOf, view }: RecordsKind<Kept, Shown>) =>
  clinicAction({
    body: NOTHING,
    query: RECORDS_QUERY,
    run: async (call) => {
      const { id } = await patientOf(call)
      const newestFirst = (await read(call.services.evidence, id)).toReversed()
      const { items, cursor } = pageOf(newestFirst, nameOf, call.query)
      return jsonAnswer(200, { items: items.map(view), ...(cursor !== undefined && { cursor }) })
    },
  })

/** What comes in meanwhile stands before the cursor and moves nothing. A cursor that is gone ends the list. */
function pageOf<T>(
  all: readonly T[],
  nameOf: (item: T) => string,
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): Page<T> {
  const last = cursor === undefined ? -1 : all.findIndex((item) => nameOf(item) === cursor)
  const start = cursor !== undefined && last < 0 ? all.length : last + 1
  const items = all.slice(start, start + limit)
  const end = items.at(-1)
  return { items, ...(start + limit < all.length && end !== undefined && { cursor: nameOf(end) }) }
}

export const listReplies = listing({
  async read(evidence, id) {
    const [replies, reports] = await Promise.all([evidence.replies(id), evidence.answerReports(id)])
    return replies.map((reply) => replyRecord(reply, reports))
  },
  nameOf: ({ sid }) => sid,
  view: (record) => record,
})

export const listHistory = listing({
  read: (evidence, id) => evidence.changes(id),
  nameOf: ({ version }) => String(version),
  view: changeRecord,
})
