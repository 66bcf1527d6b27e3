import { dynamoDocuments, putItem } from '../../../lib/adapters/dynamodb/items.ts'
import type { Patient } from '../../../lib/patient/patient.ts'
import { tenAtOnce } from '../../chaos/enrolled.ts'
import { CREDENTIALS, TWILIO } from '../../vendors.ts'
import { bundleOfBench, bundleOfFunction } from './bundles.ts'
import { ratios, spread } from './figures.ts'
import { type Measured, startMeasured } from './measured.ts'
import type { Figure, Row } from './row.ts'
import { patientsMidCourse, type Stage, startStage } from './stage.ts'

const ROUNDS = 9
/** Until V8 has compiled most of what a text goes through: its threads are on the same bill. */
const WARMING_ROUNDS = 6
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
    const { own, calls, packedCalls } = await measure(stage, ours, bare)
    const share = spread('share of the bare calls', '', ratios(calls, own))
    return {
      name: 'send',
      measured: `processor time of send-due-texts as deployed for a text in the middle of a course, stand-ins in another process, against the same seven calls (5 DynamoDB, 1 EventBridge, 1 Twilio) on the same document as the SDK's document client stores it, with nothing between them, in turn, ${AT_ONCE} at a time`,
      figures: [
        rate('texts', own),
        rate('bare calls of a text', calls),
        share,
        rate('bare calls with the document packed as ours is', packedCalls),
        spread('share of those', '', ratios(packedCalls, own)),
      ],
      limit: `at least ${LEAST_SHARE} of the bare calls`,
      passes: share.value >= LEAST_SHARE,
    }
  } finally {
    await Promise.all([ours.close(), bare.close()])
    await stage.close()
  }
}

const rate = (name: string, milliseconds: readonly number[]): Figure =>
  spread(
    name,
    'a second and core',
    milliseconds.map((ms) => 1000 / ms),
  )

/** Processor milliseconds a text, round by round; the first ones warm both up, and do not count. */
async function measure(stage: Stage, ours: Measured, bare: Measured) {
  const { clinic, tableName: table, twilio } = stage
  const messages = `${twilio.url}/2010-04-01/Accounts/${TWILIO.accountSid}/Messages.json`
  const patients = await patientsMidCourse(stage, (WARMING_ROUNDS + ROUNDS) * TEXTS_A_ROUND)
  await keepPlainly(stage, patients)
  const own: number[] = []
  const calls: number[] = []
  const packedCalls: number[] = []
  for (let round = 0; round < WARMING_ROUNDS + ROUNDS; round += 1) {
    const batch = patients.slice(round * TEXTS_A_ROUND, (round + 1) * TEXTS_A_ROUND)
    const before = twilio.messages().length
    const sent = await ours.run(
      batch.map(({ id }) => ({ patientId: id, clinicId: clinic.id })),
      AT_ONCE,
    )
    const went = twilio.messages().length - before
    if (went !== batch.length) throw new Error(`${went} texts went, expected ${batch.length}`)
    const called = (kind: 'BARE' | 'PATIENT') =>
      bare.run(
        batch.map(({ id }) => ({ table, patientId: id, kind, clinicId: clinic.id, twilio: messages })),
        AT_ONCE,
      )
    const plain = await called('BARE')
    const packed = await called('PATIENT')
    if (round < WARMING_ROUNDS) continue
    own.push(sent.processorMs / batch.length)
    calls.push(plain.processorMs / batch.length)
    packedCalls.push(packed.processorMs / batch.length)
  }
  return { own, calls, packedCalls }
}

/** Their documents for the bare calls: maps of attributes, in the indexes as the patients are. */
async function keepPlainly({ settings, tableName }: Stage, patients: readonly Patient[]): Promise<void> {
  const { region, endpoints } = settings
  const documents = dynamoDocuments({ region, endpoint: endpoints.dynamodb ?? '', credentials: CREDENTIALS })
  await tenAtOnce(patients, (patient) =>
    putItem(
      { documents, tableName },
      {
        Item: {
          pk: `BARE#${patient.id}`,
          sk: 'PATIENT',
          document: patient,
          look: 'BARE',
          lookAt: patient.lookAt,
          clinicId: 'bare',
          summary: { id: patient.id, reference: patient.reference },
        },
      },
    ),
  )
}
