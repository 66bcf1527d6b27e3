import type { PatientId } from '../../patient/identifiers.ts'
import type { Evidence } from '../../ports/evidence.ts'
import { deleteItem, type Item, putIfAbsent, queryItems, readItem, type Table } from './items.ts'
import { isAnswerReport, isChange, isReply, isSentEvidence, storedValue } from './stored.ts'
import {
  ANSWER_PREFIX,
  answerKey,
  CHANGE_PREFIX,
  changeKey,
  patientPartition,
  REPLY_PREFIX,
  replyKey,
  SENT_PREFIX,
  sentKey,
} from './table.ts'

/** Evidence beside the patient's document. What is written first stays: a repeated put changes nothing. */
export function dynamoEvidence(table: Table): Evidence {
  return {
    async putSent(patient, sent) {
      await putIfAbsent(table, { ...sentKey(patient, sent.text, sent.attempt), document: sent })
    },
    async putReply(patient, reply) {
      await putIfAbsent(table, { ...replyKey(patient, reply.sid), document: reply })
    },
    async putAnswerReport(patient, report) {
      await putIfAbsent(table, { ...answerKey(patient, report.reply, report.state), document: report })
    },
    async putChange(patient, change) {
      await putIfAbsent(table, { ...changeKey(patient, change.version), document: change })
    },
    async reply(patient, sid) {
      const item = await readItem(table, replyKey(patient, sid))
      return item && storedValue(item, isReply, 'reply')
    },
    async sent(patient) {
      const items = await itemsOf(table, patient, SENT_PREFIX)
      return items
        .map((item) => storedValue(item, isSentEvidence, 'sent text'))
        .sort((one, other) => one.sentAt - other.sentAt)
    },
    async replies(patient) {
      const items = await itemsOf(table, patient, REPLY_PREFIX)
      return items.map((item) => storedValue(item, isReply, 'reply')).sort((one, other) => one.at - other.at)
    },
    async answerReports(patient) {
      const items = await itemsOf(table, patient, ANSWER_PREFIX)
      return items
        .map((item) => storedValue(item, isAnswerReport, 'report of an answer'))
        .sort((one, other) => one.at - other.at)
    },
    async changes(patient) {
      const items = await itemsOf(table, patient, CHANGE_PREFIX)
      return items
        .map((item) => storedValue(item, isChange, 'change'))
        .sort((one, other) => one.version - other.version)
    },
    forgetSent: (patient, { text, attempt }) => deleteItem(table, sentKey(patient, text, attempt)),
    forgetReply: (patient, sid) => deleteItem(table, replyKey(patient, sid)),
    forgetAnswerReport: (patient, { reply, state }) => deleteItem(table, answerKey(patient, reply, state)),
    forgetChange: (patient, version) => deleteItem(table, changeKey(patient, version)),
  }
}

const itemsOf = (table: Table, patient: PatientId, prefix: string): Promise<readonly Item[]> =>
  queryItems(table, {
    KeyConditionExpression: 'pk = :patient AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':patient': patientPartition(patient), ':prefix': prefix },
    ConsistentRead: true,
  })
