/** A page runs only what came with it and talks only to where it came from. */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
} as const

/** The reader of the API's documentation draws its icons from `data:` addresses in its own style sheet. */
const DOCS_POLICY = { ...POLICY, 'img-src': "'self' data:" } as const

const policyText = (policy: Readonly<Record<string, string>>): string =>
  Object.entries(policy)
    .map(([what, from]) => `${what} ${from}`)
    .join('; ')

const HASHED = 'public, max-age=31536000, immutable'

/** Names below `/console/` carry a hash of their content; a page itself is asked for each time. */
export const pageHeaders = (path: string): Readonly<Record<string, string>> => ({
  'content-security-policy': policyText(path === '/docs' ? DOCS_POLICY : POLICY),
  'cache-control': path.startsWith('/console/') ? HASHED : 'no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
  vary: 'accept-encoding',
})
