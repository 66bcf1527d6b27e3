import type { DailyMark, DailyMarks } from '../../lib/ports/daily-marks.ts'

export function memoryDailyMarks(): DailyMarks {
  let kept: DailyMark | undefined
  return {
    async read() {
      return structuredClone(kept)
    },
    async write(mark) {
      kept = structuredClone(mark)
    },
  }
}
