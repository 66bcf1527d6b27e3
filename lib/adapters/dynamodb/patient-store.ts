import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type BatchGetCommandOutput,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { type ClinicId, clinicId, type PatientId, patientId } from '../../patient/identifiers.ts'
import type { Patient } from '../../patient/patient.ts'
import type { Overdue, PatientStore, PatientSummary } from '../../ports/patient-store.ts'
import { type Instant, instant } from '../../time/instant.ts'
import { deleteItemIf, type Item, putItem, queryItems, readItem, type Table } from './items.ts'
import { packed, unpacked } from './packed.ts'
import { isBreaker, isClinic, isPatient, isPatientSummary, storedValue } from './stored.ts'
import {
  ATTRIBUTE,
  breakerKey,
  clinicKey,
  INDEX,
  type Key,
  LOOK_PARTITION,
  PATIENT_PREFIX,
  patientKey,
  patientPartition,
} from './table.ts'

/** How often keys that DynamoDB left unprocessed are asked for again; the SDK has waited and retried before that. */
const BATCH_TRIES = 4
/** Most keys DynamoDB takes in one batch. */
const BATCH_KEYS = 100

/** Patients as whole documents in the table; its two indexes serve the lists. */
export function dynamoPatientStore(table: Table): PatientStore {
  return {
    async read(id) {
      const item = await readItem(table, patientKey(id))
      return item && storedPatient(item)
    },
    readMany: (ids) => readMany(table, ids),
    readWithClinic: (id, clinic) => readWithClinic(table, id, clinic),
    write: (patient, summary, expected) => write(table, patient, summary, expected),
    async remove(id, expected) {
      const removed = await deleteItemIf(table, patientKey(id), versionIs(expected))
      return removed ? 'removed' : 'conflict'
    },
    list: (clinic, options) => list(table, clinic, options),
    overdue: (until, limit, after) => overdue(table, until, limit, after && startAfter(after)),
    flaggedOverdue: (until, limit) => overdue(table, until, limit, FLAGGED),
  }
}

const storedPatient = (item: Item): Patient => storedValue(unpacked(item), isPatient, 'patient')

async function readMany(table: Table, ids: readonly PatientId[]): Promise<readonly Patient[]> {
  const found = new Map<string, Patient>()
  const keys = [...new Set(ids)].map(patientKey)
  for (let start = 0; start < keys.length; start += BATCH_KEYS) {
    const items = await batchGet(table, keys.slice(start, start + BATCH_KEYS))
    for (const patient of items.map(storedPatient)) found.set(patient.id, patient)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

async function readWithClinic(table: Table, id: PatientId, clinic: ClinicId) {
  const keys = { patient: patientKey(id), clinic: clinicKey(clinic), breaker: breakerKey(clinic) }
  const items = await batchGet(table, Object.values(keys))
  const patient = items.find((item) => item.pk === keys.patient.pk)
  const practice = items.find((item) => item.pk === keys.clinic.pk)
  const breaker = items.find((item) => item.pk === keys.breaker.pk)
  return {
    ...(patient && { patient: storedPatient(patient) }),
    ...(practice && { clinic: storedValue(practice, isClinic, 'clinic') }),
    ...(breaker && { breaker: storedValue(breaker, isBreaker, 'breaker') }),
  }
}

/** @throws Error when DynamoDB leaves keys unprocessed in every try */
async function batchGet(table: Table, keys: readonly Key[]): Promise<readonly Item[]> {
  const found: Item[] = []
  let wanted: BatchGetCommandInput['RequestItems'] = {
    [table.tableName]: { Keys: [...keys], ConsistentRead: true },
  }
  for (let attempt = 1; attempt <= BATCH_TRIES; attempt += 1) {
    const { Responses, UnprocessedKeys }: BatchGetCommandOutput = await table.documents.send(
      new BatchGetCommand({ RequestItems: wanted }),
    )
    found.push(...(Responses?.[table.tableName] ?? []))
    if (UnprocessedKeys === undefined || Object.keys(UnprocessedKeys).length === 0) return found
    wanted = UnprocessedKeys
  }
  throw new Error(`batch read of ${keys[0]?.pk}: keys left unprocessed ${BATCH_TRIES} times`)
}

/**
 * Puts the whole document if the stored version is the expected one. 'conflict' may be false when an answer was lost
 * on the way (see putItem): the caller reads again, and finds its own write if it did arrive.
 * @throws RangeError when the document's version is not `expected` + 1: a write that skips the check
 */
async function write(
  table: Table,
  patient: Patient,
  summary: PatientSummary,
  expected: number,
): Promise<'written' | 'conflict'> {
  if (patient.version !== expected + 1)
    throw new RangeError(`patient ${patient.id} version ${patient.version}: expected ${expected + 1}`)
  const condition = expected === 0 ? { ConditionExpression: 'attribute_not_exists(pk)' } : versionIs(expected)
  const written = await putItem(table, { Item: patientItem(patient, summary), ...condition })
  return written ? 'written' : 'conflict'
}

const versionIs = (expected: number) => ({
  ConditionExpression: '#version = :expected',
  ExpressionAttributeNames: { '#version': ATTRIBUTE.version },
  ExpressionAttributeValues: { ':expected': expected },
})

function patientItem(patient: Patient, summary: PatientSummary) {
  return {
    ...patientKey(patient.id),
    [ATTRIBUTE.document]: packed(patient),
    [ATTRIBUTE.version]: patient.version,
    [ATTRIBUTE.clinicId]: patient.clinicId,
    [ATTRIBUTE.summary]: summary,
    ...(patient.lookAt !== undefined && {
      [ATTRIBUTE.look]: LOOK_PARTITION,
      [ATTRIBUTE.lookAt]: patient.lookAt,
    }),
    ...(summary.openEscalations > 0 && { [ATTRIBUTE.flagged]: true }),
  }
}

async function list(table: Table, clinic: ClinicId, options: Parameters<PatientStore['list']>[1]) {
  const { state, cursor, limit } = options
  const byState = state !== undefined && {
    FilterExpression: '#summary.#state = :state',
    ExpressionAttributeNames: { '#summary': ATTRIBUTE.summary, '#state': 'state' },
  }
  const items = await queryItems(
    table,
    {
      IndexName: INDEX.clinic,
      KeyConditionExpression: 'clinicId = :clinic AND pk > :after',
      ...byState,
      ExpressionAttributeValues: {
        ':clinic': clinic,
        ':after': cursor === undefined ? PATIENT_PREFIX : patientPartition(cursor),
        ...(byState && { ':state': state }),
      },
      // A filter is applied after the limit, so a filtered page must be free to read further.
      ...(!byState && { Limit: limit + 1 }),
    },
    limit + 1,
  )
  const found = items.map((item) => storedValue(item, isPatientSummary, 'patient summary', ATTRIBUTE.summary))
  const page = found.slice(0, limit)
  const last = page.at(-1)
  // One more was asked for than is shown: only its presence makes a next page.
  return { items: page, ...(found.length > limit && last !== undefined && { cursor: last.id }) }
}

type Narrowed = Pick<QueryCommandInput, 'ExclusiveStartKey' | 'FilterExpression' | 'Limit'>

const startAfter = ({ patientId: id, lookAt }: Overdue): Narrowed => ({
  ExclusiveStartKey: { ...patientKey(id), [ATTRIBUTE.look]: LOOK_PARTITION, [ATTRIBUTE.lookAt]: lookAt },
})

/** A filter is applied after the limit, so it must be free to read the whole line: 1 MB, some 7,000 patients, a page. */
const FLAGGED: Narrowed = { FilterExpression: 'attribute_exists(flagged)', Limit: undefined }

async function overdue(
  table: Table,
  until: Instant,
  limit: number,
  narrowed: Narrowed = {},
): Promise<readonly Overdue[]> {
  const items = await queryItems(
    table,
    {
      IndexName: INDEX.look,
      KeyConditionExpression: 'look = :partition AND lookAt <= :until',
      ExpressionAttributeValues: { ':partition': LOOK_PARTITION, ':until': until },
      Limit: limit,
      ...narrowed,
    },
    limit,
  )
  return items.map((item) => ({
    patientId: patientId(String(item.pk).slice(PATIENT_PREFIX.length)),
    clinicId: clinicId(String(item.clinicId)),
    lookAt: instant(Number(item.lookAt)),
  }))
}
