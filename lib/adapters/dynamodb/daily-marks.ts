import type { DailyMarks } from '../../ports/daily-marks.ts'
import { putItem, readItem, type Table } from './items.ts'
import { isDailyMark, storedValue } from './stored.ts'
import { DAILY_MARK_KEY } from './table.ts'

/** The mark of the daily pass: one item. */
export function dynamoDailyMarks(table: Table): DailyMarks {
  return {
    async read() {
      const item = await readItem(table, DAILY_MARK_KEY)
      return item && storedValue(item, isDailyMark, 'mark of the daily pass')
    },
    async write(mark) {
      await putItem(table, { Item: { ...DAILY_MARK_KEY, document: mark } })
    },
  }
}
