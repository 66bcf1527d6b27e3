import { text } from 'node:stream/consumers'
import { partition } from '@aws-sdk/core/client'
import { defaultProvider } from '@aws-sdk/credential-provider-node'
import { Sha256 } from '@smithy/core/checksum'
import { ServiceException } from '@smithy/core/client'
import { HttpRequest, type HttpResponse, parseUrl } from '@smithy/core/protocols'
import { retryMiddleware, StandardRetryStrategy } from '@smithy/core/retry'
import { NodeHttpHandler, type NodeHttpHandlerOptions } from '@smithy/node-http-handler'
import { SignatureV4 } from '@smithy/signature-v4'

// For services of which one operation is used. A client of the SDK registers the errors of all its operations when it
// loads, which no bundler may leave out: 77 KB for SSM, 33 KB for SNS. These are the parts the clients are made of, which
// every function has anyway for the table; package.json pins the versions the clients ask for, because a second copy would
// weigh more than what is saved.

/** As the SDK's clients are told it. */
export interface AwsOptions {
  readonly region: string
  /** Where the service answers, if not in AWS. */
  readonly endpoint?: string
  /** Those of the environment if absent. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly maxAttempts: number
  readonly requestHandler: NodeHttpHandlerOptions
}

/** What a service says of a call it refuses: AWS's code, and words. */
export interface Refusal {
  readonly code?: string | undefined
  readonly words?: string | undefined
}

/**
 * The text of the answer.
 * @throws ServiceException with AWS's code as its name, or the system's Error when nobody answers
 */
export type SignedPost = (headers: Readonly<Record<string, string>>, body: string) => Promise<string>

/**
 * Calls of one service, signed by the machine's own clock. What may pass is tried again as the SDK does it: no connection,
 * no answer in time, a failure of the server, throttling.
 */
export function signedPosts(
  service: 'ssm' | 'sns',
  { region, maxAttempts, requestHandler, ...given }: AwsOptions,
  refusalIn: (answer: string) => Refusal,
): SignedPost {
  const url = new URL(given.endpoint ?? `https://${service}.${region}.${partition(region).dnsSuffix}`)
  const credentials = given.credentials ?? defaultProvider()
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256 })
  const connections = new NodeHttpHandler(requestHandler)
  const strategy = new StandardRetryStrategy(maxAttempts)
  const retrying = retryMiddleware({
    maxAttempts: async () => maxAttempts,
    retryStrategy: async () => strategy,
  })
  return async (headers, body) => {
    const request = new HttpRequest({
      ...parseUrl(url),
      method: 'POST',
      headers: { host: url.host, ...headers },
      body,
    })
    const attempt = async () => {
      const { response } = await connections.handle(HttpRequest.clone(await signer.sign(request)))
      return { response, output: { $metadata: {}, answer: await answerIn(response) } }
    }
    const { output } = await retrying(attempt, {})({ input: {}, request })
    return output.answer
  }

  async function answerIn({ statusCode, body }: HttpResponse): Promise<string> {
    const answer = await text(body)
    if (statusCode === 200) return answer
    const { code: name = 'UnknownError', words } = refusalIn(answer)
    throw new ServiceException({
      name,
      $fault: statusCode < 500 ? 'client' : 'server',
      $metadata: { httpStatusCode: statusCode },
      message: `${service} answered ${statusCode} ${name}${words === undefined ? '' : `: ${words}`}`,
    })
  }
}
