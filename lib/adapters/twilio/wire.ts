import versionModule from 'twilio/lib/base/Version.js'
import messageModule, { type MessageInstance } from 'twilio/lib/rest/api/v2010/account/message.js'
import { exchange } from './exchange.ts'

// The package's root takes 240 ms and 3.7 MB to load, and its HTTP client puts credentials and bodies into the errors
// it throws. These two internal files are the wire code alone; they may move in any minor version, so the version is
// pinned and tests/adapters/twilio/wire.test.ts fails when they do.

/** Account credentials of one request. */
export interface Credentials {
  readonly accountSid: string
  readonly authToken: string
}

/** One HTTP exchange, in the form the package's resources expect. */
interface WireRequest {
  readonly method?: string
  readonly uri?: string
  readonly params?: object
  readonly data?: object
}

interface WireAnswer {
  readonly statusCode: number
  readonly body: string
}

interface Client {
  request(request: WireRequest): Promise<WireAnswer>
}

/** What the package's resources use of their domain. The pages after the first are asked of `twilio`, by whole URL. */
interface WireDomain extends Client {
  readonly twilio: Client
  absoluteUrl(uri: string): string
}

/** The package's resource of an account's messages, as far as it is used here. */
export interface Messages {
  create(message: {
    readonly from: string
    readonly to: string
    readonly body: string
    readonly validityPeriod?: number
    readonly statusCallback?: string
  }): Promise<MessageInstance>
  /** Follows every page. */
  list(filter: { readonly to: string; readonly pageSize: number }): Promise<MessageInstance[]>
  get(sid: string): { fetch(): Promise<MessageInstance>; remove(): Promise<boolean> }
}

export type Message = MessageInstance

// The package declares its constructors for its own big client. Stated as members of a class and of an interface, the
// compiler accepts the small part of it that they really use and still checks the rest of each signature.
declare class WireVersion extends versionModule.default {
  constructor(domain: WireDomain, version: string)
}

interface MessageWire {
  MessageListInstance(version: WireVersion, accountSid: string): Messages
}

// Node and esbuild hand over a CommonJS default export wrapped, other loaders unwrap it.
const Version: typeof WireVersion = versionModule.default ?? versionModule
const wire: MessageWire = messageModule

/**
 * The messages of one account. Each request gets a fresh signal from `newSignal` and is made exactly once.
 * @param baseUrl where Twilio answers, without a trailing slash
 */
export function messagesOf(
  credentials: Credentials,
  baseUrl: string,
  newSignal: () => AbortSignal,
): Messages {
  const twilio = exchangeClient(credentials, baseUrl, newSignal)
  const absoluteUrl = (uri: string): string => `${baseUrl}/${uri.replace(/^\//, '')}`
  const domain: WireDomain = {
    twilio,
    request: (request) => twilio.request({ ...request, uri: absoluteUrl(request.uri ?? '') }),
    absoluteUrl,
  }
  return wire.MessageListInstance(new Version(domain, '2010-04-01'), credentials.accountSid)
}

/** Whether the account may send. Undefined when Twilio's answer does not say. */
export async function isAccountActive(
  credentials: Credentials,
  baseUrl: string,
  newSignal: () => AbortSignal,
): Promise<boolean | undefined> {
  const uri = `${baseUrl}/2010-04-01/Accounts/${credentials.accountSid}.json`
  const { statusCode, body } = await exchangeClient(credentials, baseUrl, newSignal).request({ uri })
  if (statusCode === 401 || statusCode === 403) return false
  const account: unknown = statusCode === 200 ? JSON.parse(body) : undefined
  return typeof account === 'object' && account !== null && 'status' in account
    ? account.status === 'active'
    : undefined
}

function exchangeClient(
  { accountSid, authToken }: Credentials,
  baseUrl: string,
  newSignal: () => AbortSignal,
): Client {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  return {
    async request({ method = 'get', uri = '', params, data }) {
      // The address of a further page comes from an answer: credentials go nowhere else than where they always go.
      if (!uri.startsWith(`${baseUrl}/`)) throw new Error('twilio named a page at another address')
      return exchange(params === undefined ? uri : `${uri}?${form(params)}`, {
        method: method.toUpperCase(),
        headers: { accept: 'application/json', authorization, ...(data && FORM) },
        signal: newSignal(),
        ...(data && { body: form(data) }),
      })
    },
  }
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' }

function form(fields: object): string {
  const encoded = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) encoded.append(name, String(value))
  return encoded.toString()
}
