/** A moment on the world's clock: whole milliseconds since 1970-01-01T00:00Z. Never a local time. */
export type Instant = number & { readonly unit: 'Instant' }

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const isInstant = (ms: number): ms is Instant => Number.isSafeInteger(ms)

/** @throws RangeError when `ms` is not a whole number of milliseconds */
export function instant(ms: number): Instant {
  if (!isInstant(ms)) throw new RangeError(`instant ${ms}: expected whole milliseconds since 1970`)
  return ms
}

/** `at` moved by a length of time in milliseconds, for example `after(now, 15 * MINUTE)`. */
export const after = (at: Instant, ms: number): Instant => instant(at + ms)

export const earliest = (...instants: readonly Instant[]): Instant => instant(Math.min(...instants))
export const latest = (...instants: readonly Instant[]): Instant => instant(Math.max(...instants))

export const floorMinute = (at: Instant): Instant => instant(Math.floor(at / MINUTE) * MINUTE)
export const ceilMinute = (at: Instant): Instant => instant(Math.ceil(at / MINUTE) * MINUTE)
