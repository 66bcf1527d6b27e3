import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, Stack } from 'aws-cdk-lib'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, expect, it } from 'vitest'
import { addSecurityPacks } from '../../cdk/security-packs.ts'
import cdkJson from '../../cdk.json' with { type: 'json' }

const folder = mkdtempSync(join(tmpdir(), 'synth-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Report {
  readonly pluginReports: readonly { readonly pluginName: string; readonly violations: readonly object[] }[]
}

const reported = () =>
  (JSON.parse(readFileSync(join(folder, 'validation-report.json'), 'utf8')) as Report).pluginReports

/** Runs the app as the CLI does, but for the bundles, with nothing that could lead to an AWS account. */
function synth(choices: Readonly<Record<string, string>>) {
  const context = { ...cdkJson.context, 'aws:cdk:bundling-stacks': [], ...choices }
  const env = { PATH: process.env.PATH, CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify(context) }
  return spawnSync(process.execPath, ['cdk/app.ts'], { env, encoding: 'utf8' })
}

it.each([
  'rules',
  'scheduler',
])('the security packs find nothing that is not answered, with alarms by %s', (alarms) => {
  const { status } = synth({ alarms, operatorEmail: 'ops@example.org' })

  expect(status).toBe(0)
  expect(reported().flatMap(({ violations }) => violations)).toEqual([])
})

it('each of the three packs would find something in a careless stack', () => {
  const app = new App({ outdir: folder })
  const careless = new Stack(app, 'Careless')
  new Queue(careless, 'Queue')
  new Topic(careless, 'Topic')
  addSecurityPacks(app)

  expect(() => app.synth()).toThrow('Acknowledge with')
  expect(reported().map(({ pluginName }) => pluginName)).toEqual(
    expect.arrayContaining(['AwsSolutions', 'HIPAA.Security', 'Serverless']),
  )
})

it('a wrong choice ends the synth with what is allowed', () => {
  const { status, stderr } = synth({ stage: 'two-words' })

  expect(status).not.toBe(0)
  expect(stderr).toContain('-c stage="two-words": expected 1 to 16 letters or digits')
})
