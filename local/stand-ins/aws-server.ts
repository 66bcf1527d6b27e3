import type { z } from 'zod'
import { type Listening, listen, type VendorAnswer, type VendorCall } from './stand-in.ts'

/** An error as AWS words it; `type` is the name the SDK gives the error it throws. */
export class AwsError extends Error {
  readonly type: string
  readonly status: number

  constructor(type: string, message: string, status = 400) {
    super(message)
    this.type = type
    this.status = status
  }
}

export const validationError = (message: string) => new AwsError('ValidationException', message)

export type Operation = (input: unknown) => unknown

/**
 * An operation with its input's schema. Schemas are strict: a field this stand-in does not know is refused, never
 * quietly ignored.
 */
export function operation<S extends z.ZodType>(schema: S, run: (input: z.output<S>) => unknown): Operation {
  return (input) => {
    const parsed = schema.safeParse(input)
    if (parsed.success) return run(parsed.data)
    const problems = parsed.error.issues.map(({ path, message }) => `'${path.join('.')}' ${message}`)
    throw validationError(`${problems.length} validation error(s) detected: ${problems.join('; ')}`)
  }
}

/** Faults on request, for the API as a whole. */
export interface ApiFaults {
  /** The next `n` calls answer ThrottlingException and change nothing. */
  throttleNext(n: number): void
  /** The next `n` calls answer a 500 and change nothing. */
  failNext(n: number): void
}

export interface AwsServer extends Listening, ApiFaults {
  /** Calls received so far by operation, faults and refusals included: round trips at the wire. */
  calls(): Readonly<Record<string, number>>
}

export interface AwsServerOptions {
  /** What a call asks for; undefined when it is nothing of this service. */
  readonly identify: (
    call: VendorCall,
  ) => { readonly name: string; readonly input: () => unknown } | undefined
  readonly operations: Readonly<Record<string, Operation>>
  /** What the service calls its own failure. */
  readonly internalError: string
  readonly port?: number | undefined
}

export async function serveAws({
  identify,
  operations,
  internalError,
  port,
}: AwsServerOptions): Promise<AwsServer> {
  const calls: Record<string, number> = {}
  let throttled = 0
  let failing = 0

  const run = (call: VendorCall): unknown => {
    const asked = identify(call)
    const named = asked === undefined ? undefined : operations[asked.name]
    if (asked === undefined || named === undefined)
      throw new AwsError(
        'UnknownOperationException',
        `${asked?.name ?? `${call.method} ${call.path}`}: not implemented`,
      )
    calls[asked.name] = (calls[asked.name] ?? 0) + 1
    if (throttled > 0) {
      throttled -= 1
      throw new AwsError('ThrottlingException', 'Rate exceeded')
    }
    if (failing > 0) {
      failing -= 1
      throw new AwsError(internalError, 'internal error, asked for', 500)
    }
    return named(asked.input())
  }

  const listening = await listen((call) => {
    try {
      return { status: 200, body: run(call) ?? {} }
    } catch (error) {
      if (error instanceof AwsError) return refusal(error)
      throw error
    }
  }, port)

  return {
    ...listening,
    calls: () => ({ ...calls }),
    throttleNext: (n) => {
      throttled += n
    },
    failNext: (n) => {
      failing += n
    },
  }
}

const refusal = ({ type, status, message }: AwsError): VendorAnswer => ({
  status,
  headers: { 'x-amzn-errortype': type },
  // Services differ in the case of this key; SDKs look for their own.
  body: { __type: type, message, Message: message },
})

/** The AWS JSON 1.1 protocol: the operation stands in a header after the service's prefix, the input in the body. */
export const awsJson =
  (prefix: string): AwsServerOptions['identify'] =>
  ({ headers, body }) => {
    const target = headers['x-amz-target']
    if (typeof target !== 'string' || !target.startsWith(`${prefix}.`)) return undefined
    return { name: target.slice(prefix.length + 1), input: () => jsonOf(body) }
  }

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text)
  } catch {
    throw new AwsError('SerializationException', 'body: expected JSON')
  }
}

export const AWS_REGION = 'ap-southeast-2'
export const AWS_ACCOUNT = '123456789012'
export const arn = (service: string, resource: string): string =>
  `arn:aws:${service}:${AWS_REGION}:${AWS_ACCOUNT}:${resource}`

/** One page in order of key; the token is the last key of the page before. */
export function page<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  { limit, token }: { readonly limit: number; readonly token: string | undefined },
): { readonly items: readonly T[]; readonly NextToken?: string } {
  const after = token === undefined ? '' : Buffer.from(token, 'base64url').toString('utf8')
  const rest = items
    .filter((item) => keyOf(item) > after)
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  const shown = rest.slice(0, limit)
  const last = shown.at(-1)
  return rest.length > shown.length && last !== undefined
    ? { items: shown, NextToken: Buffer.from(keyOf(last)).toString('base64url') }
    : { items: shown }
}
