import { spawnSync } from 'node:child_process'
import { environmentOf } from '../../chaos/environment.ts'
import { settingsFor } from '../../vendors.ts'
import {
  AS_DEPLOYED,
  bundle,
  bundleOfBench,
  bundleOfFunction,
  CDK_DEFAULT,
  FUNCTIONS,
  WITH_EVERYTHING,
} from './bundles.ts'
import { ratios, spread } from './figures.ts'
import type { Row } from './row.ts'

const ROUNDS = 9
const LIMITED = 'send-due-texts'
const MOST_OF_BARE = 1.5
const MOST_OF_PLAIN = 0.4

const BARE = 'a bare DynamoDB client'
const STRICT = 'a bare client without those packages too'
const PLAIN = 'the plain build'

/** What the first event waits for: processor time to load each function in a process that has never seen it. */
export async function coldImportRow(): Promise<Row> {
  const files = await filesToLoad()
  const times = new Map<string, number[]>(files.map(({ name }) => [name, []]))
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { name, file } of files) times.get(name)?.push(loadingTime(file))
  const against = (baseline: string, unit: string) => (name: string) =>
    spread(name, unit, ratios(times.get(name) ?? [], times.get(baseline) ?? []))
  const toBare = against(BARE, `times ${BARE}`)
  const toPlain = against(PLAIN, `times ${PLAIN}`)
  const [ofBare, ofPlain] = [toBare(LIMITED), toPlain(LIMITED)]
  return {
    name: 'cold',
    measured: `processor time to load each bundle in a fresh process, ${ROUNDS} rounds in turn, against ${BARE} (CommonJS from ESM sources, minified) and ${PLAIN} (twilio's root, SDK clients, CDK's own bundling)`,
    figures: [
      ...[BARE, PLAIN].map((name) => spread(name, 'ms of processor time', times.get(name) ?? [])),
      ofPlain,
      ...FUNCTIONS.map(toBare),
      against(STRICT, `times ${STRICT}`)(LIMITED),
    ],
    limit: `${LIMITED} at most ${MOST_OF_BARE} times ${BARE} and ${MOST_OF_PLAIN} times ${PLAIN}`,
    passes: ofBare.value <= MOST_OF_BARE && ofPlain.value <= MOST_OF_PLAIN,
  }
}

async function filesToLoad(): Promise<readonly { readonly name: string; readonly file: string }[]> {
  const named = async (name: string, bundle: Promise<{ readonly file: string }>) => ({
    name,
    file: (await bundle).file,
  })
  return Promise.all([
    named(BARE, bundleOfBench('baselines/bare-client', WITH_EVERYTHING)),
    named(STRICT, bundle('local/commands/bench/baselines/bare-client.ts', 'bare-strict', AS_DEPLOYED)),
    named(PLAIN, bundleOfBench('baselines/plain-build', CDK_DEFAULT)),
    ...FUNCTIONS.map((name) => named(name, bundleOfFunction(name))),
  ])
}

/** Nobody answers there: what loading starts, it need not wait for. */
const NOWHERE = { url: 'http://127.0.0.1:9' }
const ENVIRONMENT = environmentOf(
  settingsFor(
    {
      dynamodb: { ...NOWHERE, tableName: 'texts' },
      eventbridge: NOWHERE,
      ssm: NOWHERE,
      sns: NOWHERE,
      twilio: NOWHERE,
    },
    { stage: 'bench', alarms: 'rules', publicUrl: 'https://texts.example.org' },
  ),
)

const LOAD = `const before = process.cpuUsage()
require(process.argv[1])
const { user, system } = process.cpuUsage(before)
console.log((user + system) / 1000)
process.exit()`

/** @throws Error with what the process said when the bundle does not load */
function loadingTime(file: string): number {
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', LOAD, file], {
    env: ENVIRONMENT,
    encoding: 'utf8',
  })
  const time = Number(stdout.trim().split('\n').at(-1) || Number.NaN)
  if (Number.isNaN(time)) throw new Error(`${file} does not load: ${stderr.slice(0, 500)}`)
  return time
}
