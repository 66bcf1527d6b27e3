import type { Evidence } from '../../ports/evidence.ts'
import { putIfAbsent, queryItems, readItem, type Table } from './items.ts'
import { isReply, isSentEvidence, storedValue } from './stored.ts'
import { changeKey, patientPartition, replyKey, SENT_PREFIX, sentKey } from './table.ts'

/** Evidence beside the patient's document. What is written first stays: a repeated put changes nothing. */
export function dynamoEvidence(table: Table): Evidence {
  return {
    async putSent(patient, sent) {
      await putIfAbsent(table, { ...sentKey(patient, sent.text, sent.attempt), document: sent })
    },
    async putReply(patient, reply) {
      await putIfAbsent(table, { ...replyKey(patient, reply.sid), document: reply })
    },
    async putChange(patient, change) {
      await putIfAbsent(table, { ...changeKey(patient, change.version), document: change })
    },
    async reply(patient, sid) {
      const item = await readItem(table, replyKey(patient, sid))
      return item && storedValue(item, isReply, 'reply')
    },
    /** Oldest first. */
    async sent(patient) {
      const items = await queryItems(table, {
        KeyConditionExpression: 'pk = :patient AND begins_with(sk, :sent)',
        ExpressionAttributeValues: { ':patient': patientPartition(patient), ':sent': SENT_PREFIX },
        ConsistentRead: true,
      })
      return items
        .map((item) => storedValue(item, isSentEvidence, 'sent text'))
        .sort((one, other) => one.sentAt - other.sentAt)
    },
  }
}
