import { type AwsOptions, type Refusal, signedPosts } from '../aws/signed-posts.ts'

/** Every parameter directly below a path (`/sij-texts/prod`), decrypted, by full name. */
export type ReadParameters = (path: string) => Promise<ReadonlyMap<string, string>>

/** Parameters of SSM Parameter Store, asked for as AWS JSON 1.1. */
export function ssmParameters(options: AwsOptions): ReadParameters {
  const post = signedPosts('ssm', options, refusalIn)
  const pageAfter = async (path: string, token: string | undefined): Promise<Page> => {
    const asked = { Path: path, WithDecryption: true, ...(token !== undefined && { NextToken: token }) }
    const answer = jsonIn(await post(HEADERS, JSON.stringify(asked)))
    if (!isPage(answer)) throw new Error('ssm answered GetParametersByPath with something that is no page')
    return answer
  }
  return async (path) => {
    const found = new Map<string, string>()
    let token: string | undefined
    // A page may be short or even empty and still not be the last; only a missing token ends the list.
    do {
      const page = await pageAfter(path, token)
      for (const { Name, Value } of page.Parameters) found.set(Name, Value)
      token = page.NextToken
    } while (token !== undefined)
    return found
  }
}

const HEADERS = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-target': 'AmazonSSM.GetParametersByPath',
} as const

interface Page {
  readonly Parameters: readonly { readonly Name: string; readonly Value: string }[]
  readonly NextToken?: string
}

/** It tells a page from anything else; what stands in one is AWS's word. */
const isPage = (answer: unknown): answer is Page =>
  isObject(answer) && 'Parameters' in answer && Array.isArray(answer.Parameters)

function refusalIn(answer: string): Refusal {
  const said = jsonIn(answer)
  if (!isObject(said)) return {}
  const textOf = (name: string): string | undefined => {
    const value: unknown = Object.entries(said).find(([key]) => key.toLowerCase() === name)?.[1]
    return typeof value === 'string' ? value : undefined
  }
  // It may come with the name of its service: com.amazonaws.ssm#ParameterNotFound.
  return { code: textOf('__type')?.split('#').at(-1), words: textOf('message') }
}

/** Without the parser's own error, which quotes what it could not read. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
