import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeConsolePages } from '../../functions/handlers/console-pages.ts'
import { gatewayEvent } from '../functions/events.ts'
import { nastyText } from './hostile-values.ts'

let folder: string
let pages: ReturnType<typeof makeConsolePages>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'))
  mkdirSync(join(folder, 'dist', 'console'), { recursive: true })
  writeFileSync(join(folder, 'secret.js'), 'the secret')
  writeFileSync(join(folder, 'dist', 'settings.env'), 'the secret')
  writeFileSync(join(folder, 'dist', 'index.html'), 'the page')
  writeFileSync(join(folder, 'dist', 'console', 'a.js'), 'the script')
  pages = makeConsolePages(join(folder, 'dist'))
})

afterEach(() => rmSync(folder, { recursive: true }))

async function get(path: string) {
  const { statusCode, body = '', headers } = await pages(gatewayEvent({ path }))
  return {
    status: statusCode,
    body: statusCode === 200 ? Buffer.from(body, 'base64').toString() : body,
    headers,
  }
}

describe('the console', () => {
  it.each([
    ['/', 'the page'],
    ['/console/a.js', 'the script'],
  ])('serves %s', async (path, body) => expect(await get(path)).toMatchObject({ status: 200, body }))

  it.each([
    '/../secret.js',
    '/console/../../secret.js',
    '/console/../index.html',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/..\\secret.js',
    '//secret.js',
    '/./index.html',
    '/....//secret.js',
    '/index.html\u0000',
    '/index.html/',
    '/etc/passwd',
    '/settings.env',
    '/console',
    '/__proto__',
    '__proto__',
    'constructor',
    '',
  ])('serves nothing for %j', async (path) => {
    const { status, body } = await get(path)

    expect(status).toBe(404)
    expect(body).not.toContain('the ')
  })

  it('serves nothing for any other path, and says so in the same words', async () => {
    const { body: nothing } = await get('/nothing')

    await fc.assert(
      fc.asyncProperty(nastyText, async (text) => {
        for (const path of [text, `/${text}`, `/console/${text}`])
          if (path !== '/') expect(await get(path)).toMatchObject({ status: 404, body: nothing })
      }),
      { numRuns: 300 },
    )
  })

  it('may not be framed, nor run or call anything that is not its own', async () => {
    const { headers } = await get('/')

    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    expect(String(headers?.['content-security-policy'])).toContain("frame-ancestors 'none'")
    expect(String(headers?.['content-security-policy'])).not.toMatch(/unsafe|\*/)
  })
})
