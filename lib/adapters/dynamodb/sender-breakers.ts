import type { SenderBreakers } from '../../ports/sender-breakers.ts'
import { deleteItem, putIfAbsent, putItem, readItem, type Table } from './items.ts'
import { isBreaker, storedValue } from './stored.ts'
import { breakerKey } from './table.ts'

/** The breaker of each clinic's sender: an item while it is open, none while it is closed. */
export function dynamoSenderBreakers(table: Table): SenderBreakers {
  return {
    async read(clinic) {
      const item = await readItem(table, breakerKey(clinic))
      return item && storedValue(item, isBreaker, 'breaker')
    },
    open: (clinic, breaker) => putIfAbsent(table, { ...breakerKey(clinic), document: breaker }),
    replace: (clinic, read, by) =>
      putItem(table, {
        Item: { ...breakerKey(clinic), document: by },
        ConditionExpression:
          '#document.openedAt = :openedAt AND #document.probes = :probes AND #document.triedAt = :triedAt',
        ExpressionAttributeNames: { '#document': 'document' },
        ExpressionAttributeValues: {
          ':openedAt': read.openedAt,
          ':probes': read.probes,
          ':triedAt': read.triedAt,
        },
      }),
    close: (clinic) => deleteItem(table, breakerKey(clinic)),
  }
}
