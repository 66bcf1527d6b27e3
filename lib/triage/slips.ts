/** The letters a word has, a bit each. */
function lettersIn(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - A)
  return letters
}

const A = 'a'.charCodeAt(0)

function bitsIn(letters: number): number {
  let count = 0
  for (let left = letters; left !== 0; left &= left - 1) count += 1
  return count
}

/** A word that others are compared with, prepared for it. */
export interface Target {
  readonly word: string
  readonly letters: number
}

export const target = (word: string): Target => ({ word, letters: lettersIn(word) })

/** Whether a slip or two can lie between two words at all: each adds, drops or changes at most two letters' presence. */
export const mayBeNear = (written: Target, { word, letters }: Target, limit: number): boolean =>
  Math.abs(word.length - written.word.length) <= limit && bitsIn(letters ^ written.letters) <= 2 * limit

/** Letters to add, drop, change or swap with a neighbour to get from one word to the other, at most `limit` + 1. */
export function slips(a: string, b: string, limit: number): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? limit) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length] ?? limit + 1
}
