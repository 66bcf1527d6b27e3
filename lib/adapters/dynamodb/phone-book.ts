import { createHmac } from 'node:crypto'
import { type PatientId, type PhoneNumber, patientId } from '../../patient/identifiers.ts'
import type { PhoneBook } from '../../ports/phone-book.ts'
import type { Secrets } from '../../ports/secrets.ts'
import { deleteItem, type Item, putIfAbsent, putItem, queryItems, readItem, type Table } from './items.ts'
import { isOptOut, storedValue } from './stored.ts'
import { linkKey, OPT_OUT, optOutKey, PATIENT_PREFIX, phonePartition } from './table.ts'

/**
 * What is known of a number, under its HMAC-SHA-256 in base64url: without the key, the billion possible numbers cannot
 * be tried against what is stored.
 */
export function dynamoPhoneBook({ secrets, ...table }: Table & { readonly secrets: Secrets }): PhoneBook {
  const hmacOf = async (mobile: PhoneNumber): Promise<string> => {
    const { phoneHashKey } = await secrets.current()
    return createHmac('sha256', phoneHashKey).update(mobile).digest('base64url')
  }
  return {
    async known(mobile) {
      const items = await queryItems(table, {
        KeyConditionExpression: 'pk = :phone',
        ExpressionAttributeValues: { ':phone': phonePartition(await hmacOf(mobile)) },
        ConsistentRead: true,
      })
      const optOut = items.find(({ sk }) => sk === OPT_OUT)
      return {
        ...(optOut && { optOut: storedValue(optOut, isOptOut, 'opt-out') }),
        patients: patientsIn(items),
      }
    },
    async optOut(mobile) {
      const item = await readItem(table, optOutKey(await hmacOf(mobile)))
      return item && storedValue(item, isOptOut, 'opt-out')
    },
    async recordOptOut(mobile, optOut) {
      await putIfAbsent(table, { ...optOutKey(await hmacOf(mobile)), document: optOut })
    },
    async liftOptOut(mobile) {
      await deleteItem(table, optOutKey(await hmacOf(mobile)))
    },
    async link(mobile, patient) {
      await putItem(table, { Item: linkKey(await hmacOf(mobile), patient) })
    },
    async unlink(mobile, patient) {
      await deleteItem(table, linkKey(await hmacOf(mobile), patient))
    },
    async strangerId(clinicId, mobile) {
      const { phoneHashKey } = await secrets.current()
      const hmac = createHmac('sha256', phoneHashKey).update(`${clinicId} ${mobile}`).digest('base64url')
      return patientId(`unknown-${hmac.slice(0, 32)}`)
    },
    async patients(mobile) {
      const items = await queryItems(table, {
        KeyConditionExpression: 'pk = :phone AND begins_with(sk, :patient)',
        ExpressionAttributeValues: {
          ':phone': phonePartition(await hmacOf(mobile)),
          ':patient': PATIENT_PREFIX,
        },
        ConsistentRead: true,
      })
      return patientsIn(items)
    },
  }
}

const patientsIn = (items: readonly Item[]): readonly PatientId[] =>
  items.flatMap(({ sk }) =>
    String(sk).startsWith(PATIENT_PREFIX) ? [patientId(String(sk).slice(PATIENT_PREFIX.length))] : [],
  )
