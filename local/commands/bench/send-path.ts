import { TWILIO } from '../../vendors.ts'
import { bundleOfBench, bundleOfFunction } from './bundles.ts'
import { ratios, spread } from './figures.ts'
import { type Measured, startMeasured } from './measured.ts'
import type { Row } from './row.ts'
import { patientsMidCourse, type Stage, startStage } from './stage.ts'

const ROUNDS = 9
const TEXTS_A_ROUND = 100
const AT_ONCE = 10
const LEAST_SHARE = 0.7

/** What a text costs the processor, beside the cheapest that its calls could cost. */
export async function sendPathRow(): Promise<Row> {
  const stage = await startStage()
  const [ours, bare] = await Promise.all([
    bundleOfFunction('send-due-texts').then(({ file }) => startMeasured(file, stage.environment)),
    bundleOfBench('baselines/bare-calls').then(({ file }) => startMeasured(file, stage.environment)),
  ])
  try {
    const { own, calls } = await measure(stage, ours, bare)
    const share = spread('share of the bare calls', '', ratios(calls, own))
    return {
      name: 'send',
      measured: `processor time of send-due-texts as deployed for a text in the middle of a course, stand-ins in another process, against the same seven calls (5 DynamoDB, 1 EventBridge, 1 Twilio) with documents as large and nothing between them, in turn, ${AT_ONCE} at a time`,
      figures: [
        spread(
          'texts',
          'a second and core',
          own.map((ms) => 1000 / ms),
        ),
        spread(
          'bare calls of a text',
          'times a second and core',
          calls.map((ms) => 1000 / ms),
        ),
        share,
      ],
      limit: `at least ${LEAST_SHARE} of the bare calls`,
      passes: share.value >= LEAST_SHARE,
    }
  } finally {
    await Promise.all([ours.close(), bare.close()])
    await stage.close()
  }
}

/** Processor milliseconds a text, round by round; the first round warms both up. */
async function measure(stage: Stage, ours: Measured, bare: Measured) {
  const { clinic, tableName: table, twilio } = stage
  const messages = `${twilio.url}/2010-04-01/Accounts/${TWILIO.accountSid}/Messages.json`
  const patients = await patientsMidCourse(stage, (ROUNDS + 1) * TEXTS_A_ROUND)
  const own: number[] = []
  const calls: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const batch = patients.slice(round * TEXTS_A_ROUND, (round + 1) * TEXTS_A_ROUND)
    const before = twilio.messages().length
    const sent = await ours.run(
      batch.map(({ id }) => ({ patientId: id, clinicId: clinic.id })),
      AT_ONCE,
    )
    const went = twilio.messages().length - before
    if (went !== batch.length) throw new Error(`${went} texts went, expected ${batch.length}`)
    const called = await bare.run(
      batch.map(({ id }) => ({ table, patientId: id, clinicId: clinic.id, twilio: messages })),
      AT_ONCE,
    )
    if (round === 0) continue
    own.push(sent.processorMs / batch.length)
    calls.push(called.processorMs / batch.length)
  }
  return { own, calls }
}
