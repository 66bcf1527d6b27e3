import { gunzipSync } from 'node:zlib'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { makeConsolePages } from '../../functions/handlers/console-pages.ts'
import { DIST } from '../browser/built-page.ts'

const pages = makeConsolePages(DIST)

async function get(rawPath: string, headers: Record<string, string> = {}) {
  const answer = await pages({ rawPath, headers } as unknown as APIGatewayProxyEventV2)
  const bytes = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8')
  return { ...answer, bytes, text: bytes.toString('utf8') }
}

/** A file that the page asks for. */
async function asset(): Promise<string> {
  const { text } = await get('/')
  return /(\/console\/[^"]+\.js)"/.exec(text)?.[1] ?? ''
}

describe('the page', () => {
  it('may run only its own scripts and styles, be framed by nobody, and is asked for anew each time', async () => {
    const { statusCode, headers } = await get('/')

    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    })
    const policy = String(headers?.['content-security-policy'])
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  it('holds no script or style of its own, which the policy would refuse', async () => {
    const { text } = await get('/')

    expect(text).not.toMatch(/<style|style=|<script(?![^>]*src=)| on\w+=/)
  })
})

describe('a file of the page', () => {
  it('is kept for ever, because its name changes with its content', async () => {
    const { headers } = await get(await asset())

    expect(headers?.['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('comes packed to whoever takes that, and plain to others', async () => {
    const path = await asset()

    const packed = await get(path, { 'accept-encoding': 'gzip, deflate, br' })
    const plain = await get(path)

    expect(packed.headers?.['content-encoding']).toBe('gzip')
    expect(plain.headers?.['content-encoding']).toBeUndefined()
    expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true)
  })

  it.each([
    '/console/nothing.js',
    '/console/../index.html',
    '/index.html.map',
    '/console/',
    '/../package.json',
  ])('is not found at %s', async (path) => {
    const { statusCode, headers } = await get(path)

    expect(statusCode).toBe(404)
    expect(headers?.['content-type']).toBe('application/problem+json')
  })
})
