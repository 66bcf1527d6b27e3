const MINUTE = 60_000
const DAY = 1440 * MINUTE

/** The wall clock of a zone at an instant, `2026-12-01T10:05`. */
export function wallClock(zone: string, at: number): string {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return shown.format(at).replace(' ', 'T')
}

/** A clinic that begins to text minutes from now, and a patient who had her injection two days ago. */
export interface Morning {
  readonly zone: string
  /** Epoch ms when texting hours begin today: the first minute at which anything may go. */
  readonly due: number
  readonly textingHours: string
  readonly visit: string
}

/**
 * Whatever the hour here, it is a little after ten somewhere. A clinic there that texts from `due` on makes the welcome
 * fall due at that minute, and with it the warning signs, which are planned for 10:00 two days after an injection.
 * @param minutesAhead whole minutes, more than the 2 within which the service leaves a text to the sweep
 */
export function morning(now: number, minutesAhead: number): Morning {
  const due = Math.ceil(now / MINUTE) * MINUTE + minutesAhead * MINUTE
  const zone = Intl.supportedValuesOf('timeZone').find((each) => {
    const time = wallClock(each, due).slice(11)
    return time >= '10:05' && time < '11:10'
  })
  if (zone === undefined) throw new Error('no zone where it is after ten in the morning')
  const start = wallClock(zone, due).slice(11)
  const visit = `${wallClock(zone, due - 2 * DAY).slice(0, 10)}T09:00`
  return { zone, due, textingHours: `${start}-20:00`, visit }
}
