import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Aside } from './gateway.ts'

/** Where the build puts the page. */
const DIST = join(import.meta.dirname, '..', 'console', 'dist')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The page runs only what came with it and talks only to where it came from. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

/** Serves the built page. Paths are looked up in a list made beforehand, so that none leads out of the folder. */
export function pageFiles(dist: string = DIST): Aside {
  const files = filesIn(dist)
  return async (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?')
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const file = files.get(path === '/' ? '/index.html' : path)
    if (file === undefined) {
      if (path !== '/') return false
      response.writeHead(503, { 'content-type': 'text/plain' })
      response.end('The page is not built. Run: npx vite build\n')
      return true
    }
    // Names under /assets/ carry a hash of their content.
    const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { ...HEADERS, 'content-type': type, 'cache-control': cache })
    response.end(request.method === 'HEAD' ? undefined : readFileSync(file))
    return true
  }
}

function filesIn(dist: string): ReadonlyMap<string, string> {
  try {
    const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
      (name) => extname(name) !== '',
    )
    return new Map(names.map((name) => [`/${name.replaceAll('\\', '/')}`, join(dist, name)]))
  } catch {
    return new Map()
  }
}
