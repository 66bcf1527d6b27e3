import type { Replans } from '../../ports/replans.ts'
import { deleteItemIf, putItem, queryItems, type Table } from './items.ts'
import { isReplan, storedValue } from './stored.ts'
import { REPLAN_PARTITION, replanKey } from './table.ts'

/** One item a clinic while it is being replanned. */
export function dynamoReplans(table: Table): Replans {
  const unlessAskedAnew = (askedAt: number) => ({
    ConditionExpression: '#document.askedAt = :askedAt',
    ExpressionAttributeNames: { '#document': 'document' },
    ExpressionAttributeValues: { ':askedAt': askedAt },
  })
  return {
    async ask(clinic, askedAt) {
      await putItem(table, { Item: { ...replanKey(clinic), document: { clinicId: clinic, askedAt } } })
    },
    async pending() {
      const items = await queryItems(table, {
        KeyConditionExpression: 'pk = :replan',
        ExpressionAttributeValues: { ':replan': REPLAN_PARTITION },
        ConsistentRead: true,
      })
      return items.map((item) => storedValue(item, isReplan, 'replan'))
    },
    async advance(replan) {
      const Item = { ...replanKey(replan.clinicId), document: replan }
      await putItem(table, { Item, ...unlessAskedAnew(replan.askedAt) })
    },
    async finish({ clinicId: clinic, askedAt }) {
      await deleteItemIf(table, replanKey(clinic), unlessAskedAnew(askedAt))
    },
  }
}
