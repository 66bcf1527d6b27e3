import type { Place } from './place.ts'

/** A text as the API shows it. */
export interface Text {
  readonly step: string
  readonly state: string
  readonly utc: string
  readonly body: string
}

// biome-ignore lint/suspicious/noExplicitAny: JSON of the API, looked into claim by claim
type Json = any
export type Api = (
  method: string,
  path: string,
  body?: object,
) => Promise<{ readonly status: number; readonly body: Json }>

/** The deployed API, with a key. */
export const caller =
  ({ door }: Place, key: string): Api =>
  async (method, path, body) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const answer = await fetch(`${door.url}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: await answer.json() }
  }

export function textOf(texts: readonly Text[], step: string): Text {
  const found = texts.find((text) => text.step === step)
  if (found === undefined) throw new Error(`no text ${step} in the plan`)
  return found
}
