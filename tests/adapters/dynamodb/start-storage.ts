import { dynamoClinicRegister } from '../../../lib/adapters/dynamodb/clinic-register.ts'
import { dynamoDailyMarks } from '../../../lib/adapters/dynamodb/daily-marks.ts'
import { dynamoEvidence } from '../../../lib/adapters/dynamodb/evidence.ts'
import { dynamoDocuments } from '../../../lib/adapters/dynamodb/items.ts'
import { dynamoPatientStore } from '../../../lib/adapters/dynamodb/patient-store.ts'
import { dynamoPhoneBook } from '../../../lib/adapters/dynamodb/phone-book.ts'
import { dynamoReplans } from '../../../lib/adapters/dynamodb/replans.ts'
import { dynamoSenderBreakers } from '../../../lib/adapters/dynamodb/sender-breakers.ts'
import type { Secrets } from '../../../lib/ports/secrets.ts'
import { startDynamoDb } from '../../../local/stand-ins/dynamodb.ts'

const values = { twilioAccountSid: 'AC0', twilioAuthToken: 'token', phoneHashKey: 'a key of these tests' }
export const secrets: Secrets = { current: async () => values, refreshed: async () => values }

/** A client that reaches `url` and nothing else. */
export const documentsAt = (url: string) =>
  dynamoDocuments({
    endpoint: url,
    region: 'ap-southeast-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })

/** The adapters over a stand-in of their own. */
export async function startStorage(options: { readonly dir?: string } = {}) {
  const standIn = await startDynamoDb(options)
  const documents = documentsAt(standIn.url)
  const table = { documents, tableName: standIn.tableName }
  return {
    standIn,
    ...table,
    patients: dynamoPatientStore(table),
    evidence: dynamoEvidence(table),
    phones: dynamoPhoneBook({ ...table, secrets }),
    clinics: dynamoClinicRegister(table),
    breakers: dynamoSenderBreakers(table),
    dailyMarks: dynamoDailyMarks(table),
    replans: dynamoReplans(table),
    close: async () => {
      documents.destroy()
      await standIn.close()
    },
  }
}
