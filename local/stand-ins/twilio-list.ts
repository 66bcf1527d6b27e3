import { type ApiAnswer, accountPath, messageResource, refusal } from './twilio-resources.ts'
import type { Message } from './twilio-state.ts'

const PARAMETERS = ['To', 'PageSize', 'Page', 'PageToken']

/**
 * One page of messages, newest first. As at Twilio a page starts after the message its token names, so that messages
 * that arrive meanwhile move nothing.
 * @param pageCap the largest page given out, 1000 at Twilio
 */
export function listMessages(
  messages: readonly Message[],
  query: URLSearchParams,
  accountSid: string,
  pageCap: number,
): ApiAnswer {
  const stranger = [...query.keys()].find((name) => !PARAMETERS.includes(name))
  if (stranger !== undefined)
    return refusal(400, 20001, `Unknown parameter ${stranger}: expected ${PARAMETERS.join(', ')}`)
  const to = query.get('To')
  const asked = Number(query.get('PageSize') ?? '50')
  const size = Math.min(Math.max(Number.isInteger(asked) ? asked : 50, 1), pageCap)
  const page = Number(query.get('Page') ?? '0')
  const found = messages.filter((message) => to === null || message.to === to).reverse()
  const start = startOf(found, query.get('PageToken'), page * size)
  if (start === undefined) return refusal(400, 20006, 'Invalid PageToken')
  const items = found.slice(start, start + size)
  const last = items.at(-1)
  const uri = (number: number, token?: string): string => {
    const pageQuery = new URLSearchParams(to === null ? {} : { To: to })
    pageQuery.set('PageSize', String(size))
    pageQuery.set('Page', String(number))
    if (token !== undefined) pageQuery.set('PageToken', token)
    return `${accountPath(accountSid)}/Messages.json?${pageQuery}`
  }
  const more = last !== undefined && start + size < found.length
  return {
    status: 200,
    body: {
      first_page_uri: uri(0),
      end: Math.max(start + items.length - 1, 0),
      previous_page_uri: page > 0 ? uri(page - 1) : null,
      messages: items.map((message) => messageResource(accountSid, message)),
      uri: uri(page),
      page_size: size,
      start,
      next_page_uri: more ? uri(page + 1, `PA${last.sid}`) : null,
      page,
    },
  }
}

function startOf(found: readonly Message[], token: string | null, byNumber: number): number | undefined {
  if (token === null) return byNumber
  const before = found.findIndex(({ sid }) => `PA${sid}` === token)
  return before < 0 ? undefined : before + 1
}
