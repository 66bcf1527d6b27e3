/** ok: as it should be. next: a step still to come. wrong: must be mended before the service works. */
export interface Line {
  readonly state: 'ok' | 'next' | 'wrong'
  readonly what: string
  /** For `next` and `wrong`: what to do. */
  readonly todo?: string
}

const MARKS = { ok: 'ok     ', next: 'NEXT   ', wrong: 'WRONG  ' } as const

export const ok = (what: string): Line => ({ state: 'ok', what })
export const next = (what: string, todo: string): Line => ({ state: 'next', what, todo })
export const wrong = (what: string, todo: string): Line => ({ state: 'wrong', what, todo })

/** One line for each finding, and under it what to do about it. */
export const reportText = (lines: readonly Line[]): string =>
  lines
    .flatMap(({ state, what, todo }) => [`${MARKS[state]}${what}`, ...(todo ? [`       -> ${todo}`] : [])])
    .join('\n')

/** 1 when anything must be mended. */
export const exitCode = (lines: readonly Line[]): number =>
  lines.some(({ state }) => state === 'wrong') ? 1 : 0
