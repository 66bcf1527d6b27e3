import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import type { AttemptId, ClinicId, PatientId, PhoneNumber, TextId } from '../../patient/identifiers.ts'

/**
 * The one table. Every item is its two keys and a `document`, the typed value it stands for; a patient's is packed. Patient
 * items also carry the attributes of the two indexes. API keys carry `clinicId`, so that a clinic's keys can be listed; they
 * sort before its patients. No other item appears in an index.
 */
export const ATTRIBUTE = {
  pk: 'pk',
  sk: 'sk',
  document: 'document',
  /** A patient's, by which a write tells whether it has seen the one before: her document is packed. */
  version: 'version',
  /** Holds LOOK_PARTITION on patients that somebody must look at, else absent. */
  look: 'look',
  /** Epoch milliseconds. */
  lookAt: 'lookAt',
  /** True on patients with an open escalation, else absent: they are served before a crowd. */
  flagged: 'flagged',
  clinicId: 'clinicId',
  /** A PatientSummary. */
  summary: 'summary',
} as const

export const INDEX = { look: 'look', clinic: 'clinic' } as const

/**
 * One partition holds every patient's `lookAt`: about 1,000 writes a second, far above what one sending number allows.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html
 */
export const LOOK_PARTITION = 'LOOK'

/** Keys, attributes and indexes, as CreateTable takes them; only the table's name is missing. */
export const TABLE_DEFINITION = {
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: ATTRIBUTE.pk, AttributeType: 'S' },
    { AttributeName: ATTRIBUTE.sk, AttributeType: 'S' },
    { AttributeName: ATTRIBUTE.look, AttributeType: 'S' },
    { AttributeName: ATTRIBUTE.lookAt, AttributeType: 'N' },
    { AttributeName: ATTRIBUTE.clinicId, AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: ATTRIBUTE.pk, KeyType: 'HASH' },
    { AttributeName: ATTRIBUTE.sk, KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: INDEX.look,
      KeySchema: [
        { AttributeName: ATTRIBUTE.look, KeyType: 'HASH' },
        { AttributeName: ATTRIBUTE.lookAt, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [ATTRIBUTE.clinicId, ATTRIBUTE.flagged] },
    },
    {
      IndexName: INDEX.clinic,
      // The table's own partition key sorts a clinic's patients by id.
      KeySchema: [
        { AttributeName: ATTRIBUTE.clinicId, KeyType: 'HASH' },
        { AttributeName: ATTRIBUTE.pk, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [ATTRIBUTE.summary] },
    },
  ],
} satisfies Omit<CreateTableCommandInput, 'TableName'>

export interface Key {
  readonly pk: string
  readonly sk: string
}

const single = (kind: string, id: string): Key => ({ pk: `${kind}#${id}`, sk: kind })

export const PATIENT = 'PATIENT'
export const SENT_PREFIX = 'SENT#'
export const REPLY_PREFIX = 'REPLY#'
export const ANSWER_PREFIX = 'ANSWER#'
export const CHANGE_PREFIX = 'CHANGE#'
export const PATIENT_PREFIX = `${PATIENT}#`

export const patientPartition = (id: PatientId): string => `${PATIENT_PREFIX}${id}`
export const patientKey = (id: PatientId): Key => single(PATIENT, id)

export const sentKey = (id: PatientId, text: TextId, attempt: AttemptId): Key => ({
  pk: patientPartition(id),
  sk: `${SENT_PREFIX}${text}#${attempt}`,
})
export const replyKey = (id: PatientId, sid: string): Key => ({
  pk: patientPartition(id),
  sk: `${REPLY_PREFIX}${sid}`,
})
export const answerKey = (id: PatientId, reply: string, state: string): Key => ({
  pk: patientPartition(id),
  sk: `${ANSWER_PREFIX}${reply}#${state}`,
})
export const changeKey = (id: PatientId, version: number): Key => ({
  pk: patientPartition(id),
  sk: `${CHANGE_PREFIX}${version}`,
})

/** `hmac` stands for the number, which is in no key and no item of this partition. */
export const phonePartition = (hmac: string): string => `PHONE#${hmac}`
export const OPT_OUT = 'OPTOUT'
export const optOutKey = (hmac: string): Key => ({ pk: phonePartition(hmac), sk: OPT_OUT })
export const linkKey = (hmac: string, patient: PatientId): Key => ({
  pk: phonePartition(hmac),
  sk: `${PATIENT_PREFIX}${patient}`,
})

export const referenceKey = (clinic: ClinicId, reference: string): Key =>
  single('REF', `${clinic}#${reference}`)
/** The number a clinic's staff alert goes by. */
export const alertKey = (clinic: ClinicId, number: number): Key => single('ALERT', `${clinic}#${number}`)
/** The sender is the clinic's own number, not a patient's. */
export const senderKey = (sender: PhoneNumber): Key => single('SENDER', sender)
export const clinicKey = (id: ClinicId): Key => single('CLINIC', id)
export const breakerKey = (id: ClinicId): Key => single('BREAKER', id)
export const DAILY_MARK_KEY: Key = { pk: 'DAILY-PASS', sk: 'DAILY-PASS' }
/** Clinics being replanned stand side by side, so that the sweep finds them without knowing the clinics. */
export const REPLAN_PARTITION = 'REPLAN'
export const replanKey = (id: ClinicId): Key => ({ pk: REPLAN_PARTITION, sk: id })
const API_KEY = 'KEY'
export const API_KEY_PREFIX = `${API_KEY}#`
export const apiKeyKey = (hash: string): Key => single(API_KEY, hash)
