import { z } from 'zod'
import {
  type ApiFaults,
  AwsError,
  type AwsServer,
  arn,
  awsJson,
  type Operation,
  operation,
  page,
  serveAws,
} from './aws-server.ts'
import type { StandIn } from './stand-in.ts'

/** Parameter Store's own page size; it takes no more. */
const PAGE = 10

export interface SsmOptions {
  /** SecureStrings that are there from the start, by full name (`/path/name`). */
  readonly parameters?: Readonly<Record<string, string>>
  readonly port?: number
}

export interface SsmStandIn extends StandIn, ApiFaults {
  readonly calls: AwsServer['calls']
}

const parameter = z.object({
  value: z.string(),
  type: z.enum(['String', 'SecureString']),
  version: z.number(),
})
type Parameter = z.infer<typeof parameter>
type Parameters = Map<string, Parameter>

/** SSM Parameter Store, as `@aws-sdk/client-ssm` speaks to it (AWS JSON 1.1). Nothing in it happens by itself. */
export async function startSsm({ parameters = {}, port }: SsmOptions = {}): Promise<SsmStandIn> {
  const stored: Parameters = new Map()
  for (const [name, value] of Object.entries(parameters))
    stored.set(name, { value, type: 'SecureString', version: 1 })
  const { url, close, calls, throttleNext, failNext } = await serveAws({
    identify: awsJson('AmazonSSM'),
    operations: parameterOperations(stored),
    internalError: 'InternalServerError',
    port,
  })
  return {
    url,
    close,
    calls,
    throttleNext,
    failNext,
    nextEventAt: () => undefined,
    runDue: async () => {},
    snapshot: () => structuredClone(Object.fromEntries(stored)),
    restore: (state) => {
      const kept = z.record(z.string(), parameter).parse(state)
      stored.clear()
      for (const [name, one] of Object.entries(kept)) stored.set(name, one)
    },
  }
}

const fullName = z.string().regex(/^(\/[a-zA-Z0-9_.-]+)+$/, 'expected /path/name of letters, digits, . - _')

function parameterOperations(stored: Parameters): Readonly<Record<string, Operation>> {
  return {
    GetParametersByPath: operation(
      z.strictObject({
        Path: fullName,
        Recursive: z.boolean().default(false),
        WithDecryption: z.boolean().default(false),
        MaxResults: z.int().min(1).max(PAGE).default(PAGE),
        NextToken: z.string().optional(),
      }),
      ({ Path, Recursive, WithDecryption, MaxResults, NextToken }) => {
        const below = [...stored].filter(
          ([name]) =>
            name.startsWith(`${Path}/`) && (Recursive || !name.slice(Path.length + 1).includes('/')),
        )
        const { items, ...more } = page(below, ([name]) => name, { limit: MaxResults, token: NextToken })
        return { Parameters: items.map(([name, one]) => shown(name, one, WithDecryption)), ...more }
      },
    ),
    GetParameter: operation(
      z.strictObject({ Name: fullName, WithDecryption: z.boolean().default(false) }),
      ({ Name, WithDecryption }) => {
        const found = stored.get(Name)
        if (found === undefined) throw new AwsError('ParameterNotFound', `${Name} does not exist.`)
        return { Parameter: shown(Name, found, WithDecryption) }
      },
    ),
    PutParameter: operation(
      z.strictObject({
        Name: fullName,
        Value: z.string().min(1).max(4096),
        Type: z.enum(['String', 'SecureString']).optional(),
        Overwrite: z.boolean().default(false),
        KeyId: z.string().optional(),
        Description: z.string().max(1024).optional(),
      }),
      ({ Name, Value, Type, Overwrite }) =>
        put(stored, { name: Name, value: Value, type: Type, overwrite: Overwrite }),
    ),
  }
}

interface Put {
  readonly name: string
  readonly value: string
  readonly type: Parameter['type'] | undefined
  readonly overwrite: boolean
}

function put(stored: Parameters, { name, value, type, overwrite }: Put): unknown {
  const before = stored.get(name)
  if (before !== undefined && !overwrite)
    throw new AwsError(
      'ParameterAlreadyExists',
      'The parameter already exists. Set the overwrite option to replace it.',
    )
  const kind = type ?? before?.type
  if (kind === undefined)
    throw new AwsError('ValidationException', 'A parameter type is required when you create a parameter.')
  const version = (before?.version ?? 0) + 1
  stored.set(name, { value, type: kind, version })
  return { Version: version, Tier: 'Standard' }
}

/** A SecureString that was not asked to be decrypted comes as ciphertext, which must not pass for the secret. */
const shown = (name: string, { value, type, version }: Parameter, decrypt: boolean) => ({
  Name: name,
  ARN: arn('ssm', `parameter${name}`),
  Type: type,
  Value: type === 'SecureString' && !decrypt ? 'AQICAHciphertext' : value,
  Version: version,
})
