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

/** How a function becomes one file, in the words of CDK and of esbuild alike; the bench measures what this makes. */
export const BUNDLING = {
  // CommonJS made from ESM sources starts faster than ESM, and than CommonJS made from each package's `main`.
  mainFields: ['module', 'main'],
  target: 'node24',
  minify: true,
  externalModules: [...OTHER_CREDENTIALS],
}
