/** A stream of chance that is the same for the same seed, wherever it is drawn. */
export interface Chance {
  /** From 0 up to 1. */
  fraction(): number
  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number
  /** True once in so many draws: `often(0.25)` in a quarter of them. */
  often(share: number): boolean
  pick<T>(items: readonly [T, ...T[]]): T
  /** A stream of its own for a purpose, so that what is drawn for one thing never shifts what is drawn for another. */
  for(purpose: string): Chance
}

/** SplitMix32 (Steele, Lea, Flood 2014), seeded by a name. */
export function chance(seed: string): Chance {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  const fraction = (): number => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number): number => low + Math.floor(fraction() * (high - low + 1))
  return {
    fraction,
    between,
    often: (share) => fraction() < share,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    for: (purpose) => chance(`${seed}/${purpose}`),
  }
}
