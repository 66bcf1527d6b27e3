import { createHash } from 'node:crypto'
import type { MiddlewareObj, Request } from '@middy/core'
import type { ApiKey, ClinicRegister, Role } from '../../lib/ports/clinic-register.ts'
import type { Answer, ApiEvent } from '../http/api-event.ts'
import { RequestProblem } from '../http/problem.ts'

export interface ApiKeyOptions {
  readonly clinics: Pick<ClinicRegister, 'apiKey'>
  /** Any one of these roles may call. */
  readonly roles: readonly Role[]
}

const BEARER = /^Bearer +([\x21-\x7e]{1,200})$/i

/** Who calls: one read by the key's hash. The hash also spares a constant-time comparison of the key itself. */
export function apiKey({ clinics, roles }: ApiKeyOptions): MiddlewareObj<ApiEvent, Answer> {
  const apiKeyBefore = async ({ event }: Request<ApiEvent, Answer>): Promise<void> => {
    const key = BEARER.exec(event.headers.authorization ?? '')?.[1]
    if (key === undefined) throw unauthorised('send your API key as "Authorization: Bearer <key>"')
    const caller = await clinics.apiKey(createHash('sha256').update(key).digest('hex'))
    if (caller === undefined) throw unauthorised('this API key is not known')
    requireRole(caller, roles)
    event.caller = caller
  }
  return { before: apiKeyBefore }
}

const unauthorised = (detail: string): RequestProblem =>
  new RequestProblem(401, { detail, headers: { 'www-authenticate': 'Bearer' } })

function requireRole(caller: ApiKey, roles: readonly Role[]): void {
  if (roles.some((role) => caller.roles.includes(role))) return
  const detail = `this key has the role ${caller.roles.join(', ')}; the call needs ${roles.join(' or ')}`
  throw new RequestProblem(403, { detail })
}
