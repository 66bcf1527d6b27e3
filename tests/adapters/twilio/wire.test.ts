import { build } from 'esbuild'
import versionModule from 'twilio/lib/base/Version.js'
import messageModule from 'twilio/lib/rest/api/v2010/account/message.js'
import { getExpectedTwilioSignature, validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import { describe, expect, test } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }

// Node hands over a CommonJS default export wrapped, the test runner unwraps it.
const Version = versionModule.default ?? versionModule

// These files are internal to the package. When an update moves them, this is the place that says so.
describe('the internal files of the twilio package', () => {
  test('stand where the adapter imports them from', () => {
    expect(messageModule.MessageListInstance).toBeTypeOf('function')
    expect(Version).toBeTypeOf('function')
    expect(validateRequest).toBeTypeOf('function')
    expect(getExpectedTwilioSignature).toBeTypeOf('function')
  })

  test('offer the calls that the adapter makes', () => {
    const { prototype } = Version

    for (const method of ['create', 'fetch', 'page', 'list', 'each'] as const)
      expect(prototype[method], method).toBeTypeOf('function')
  })

  test('are pinned to one exact version', () => {
    expect(manifest.dependencies.twilio).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test("make a small bundle that leaves the package's HTTP client out", async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: ['lib/adapters/twilio/texting.ts'],
      bundle: true,
      minify: true,
      metafile: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      write: false,
    })

    expect(outputFiles[0]?.contents.length).toBeLessThan(80_000)
    expect(Object.keys(metafile.inputs).filter((path) => /axios|RequestClient/.test(path))).toEqual([])
  })
})
