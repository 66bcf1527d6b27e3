/** Wall-clock times (`2026-12-01T10:00`) are shown as they are: read as UTC, so that no zone of this computer creeps in. */
const shown = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-AU', { ...options, timeZone: 'UTC' })
  return (wallClock: string): string =>
    format
      .format(new Date(wallClock.length === 10 ? `${wallClock}T00:00Z` : `${wallClock}Z`))
      .replace(',', '')
}

/** `Tue 1 Dec`. */
export const dayText = shown({ weekday: 'short', day: 'numeric', month: 'short' })
/** `Tue 1 Dec 2026`. */
export const yearDayText = (date: string): string => `${dayText(date)} ${date.slice(0, 4)}`
/** `Tuesday 1 December 2026`. */
export const longDayText = shown({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
/** `10:00 am`. */
export const timeText = shown({ hour: 'numeric', minute: '2-digit', hour12: true })
/** `December 2026`. */
export const monthText = shown({ month: 'long', year: 'numeric' })
export const weekdayText = shown({ weekday: 'short' })
export const dayNumberText = shown({ day: 'numeric' })

export const dateOf = (wallClock: string): string => wallClock.slice(0, 10)
export const monthOf = (wallClock: string): string => wallClock.slice(0, 7)

/** What the wall clock of `zone` shows at a UTC instant. */
export function wallClockIn(zone: string, utc: string): string {
  // Swedish writes dates as ISO does.
  const text = new Date(utc).toLocaleString('sv-SE', { timeZone: zone })
  return text.slice(0, 16).replace(' ', 'T')
}

/** A UTC instant on the clock of `zone`: `Tue 1 Dec, 10:00 am`. */
export function momentText(zone: string, utc: string): string {
  const local = wallClockIn(zone, utc)
  return `${dayText(local)}, ${timeText(local)}`
}
