/**
 * Where a process looks for credentials that are not in its environment. Lambda puts a function's there, so these would
 * be 100 KB to load on every cold start for nothing.
 */
const OTHER_CREDENTIALS = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
] as const

/** No call of ours is answered by a stream of events, whose reader the SDK loads only when one is. */
const EVENT_STREAMS = '@smithy/core/event-streams'

/**
 * The numbers of every country, by which a landline is told from a mobile: 157 KB that are data. As JSON beside the bundle,
 * in the place where Node looks for a package's file, it loads faster and takes less room than as a part of the program.
 */
const NUMBERING_PLANS = 'libphonenumber-js/metadata.max.json'

/** How a function becomes one file, in the words of CDK and of esbuild alike; the bench measures what this makes. */
export const BUNDLING = {
  // CommonJS made from ESM sources starts faster than ESM, and than CommonJS made from each package's `main`.
  mainFields: ['module', 'main'],
  target: 'node24',
  minify: true,
  externalModules: [...OTHER_CREDENTIALS, EVENT_STREAMS, NUMBERING_PLANS],
  // CommonJS has its own word for the folder of a file, in which a function finds what goes along with it.
  define: { 'import.meta.dirname': '__dirname' },
}

/**
 * What esbuild may leave for Node to do. The SDK imports Node's `http` when it makes its first request; done by Node, that
 * import looks at every name the module exports and so loads `fetch`, WebSockets and workers, 25 ms of processor time and
 * 5 MB that nobody asks for. Done by esbuild it is a plain `require`.
 */
export const SUPPORTED = { 'dynamic-import': false } as const

export interface Files {
  /** A file or folder of the project. */
  readonly from: string
  /** Its name beside the bundle. */
  readonly as: string
}

const plans = `node_modules/${NUMBERING_PLANS}`

/** What a function reads that is data and no program: it goes along, beside the bundle. */
export const FILES: Readonly<Record<string, Files>> = {
  'clinic-api': { from: plans, as: plans },
  'import-patients': { from: plans, as: plans },
  'receive-reply': { from: 'lib/triage/made', as: 'made' },
}
