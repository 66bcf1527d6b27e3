/** What can go wrong, or get in the way, each with what it does. A run takes any of them, by name. */
export const FAULTS = {
  crash: 'a process dies before or after any of its effects, or is too slow and is stopped',
  store: 'the store is throttled, slow, fails, loses the answer to a write it made, or calls it a conflict',
  'stale-index': 'the index of overdue patients shows what was true up to a minute ago',
  twilio: 'Twilio answers late, never, with 429 or 5xx, having taken the text or not; a list lacks a page',
  carrier: 'a delivery fails, comes hours later, or nothing more is heard of it; a number turns out bad',
  callbacks: 'a status callback is lost, comes twice, out of order, or days late',
  alarms: 'an alarm is lost, fires twice, early or hours late, is not yet in force, or cannot be set',
  quota: 'there is room for half of the alarms only',
  outages: 'each vendor is away for hours, once or twice in a course',
  suspension: 'the account is suspended for hours',
  skew: 'the clocks of processes differ by up to half a second either way',
  redelivery: 'webhooks that were answered come again',
  stop: 'patients say STOP or WRONG at any instant, some START again later',
  moves: 'visits are moved, cancelled, missed and booked again at any instant',
  changes: 'clinics pause, resume, end a series, and two of their staff change one patient at once',
  numbers: 'patients change their number',
  phones: 'two patients share a phone',
  zones: 'patients live in other zones than their clinic, and move to others',
  'list-lag': "Twilio's list lags by up to an hour, which defeats the proof that a text did not go",
} as const

export type Fault = keyof typeof FAULTS

const isFault = (name: string): name is Fault => Object.hasOwn(FAULTS, name)

/** The list that lags is a broken promise of Twilio's, counted by itself. */
export const ALL_FAULTS: readonly Fault[] = Object.keys(FAULTS)
  .filter(isFault)
  .filter((name) => name !== 'list-lag')

/** `all`, `none` or names with commas. @throws RangeError naming the unknown ones and the allowed */
export function parseFaults(list: string): readonly Fault[] {
  if (list === 'all') return ALL_FAULTS
  if (list === 'none') return []
  const names = list.split(',')
  const unknown = names.filter((name) => !isFault(name))
  if (unknown.length > 0)
    throw new RangeError(
      `faults "${unknown.join(', ')}": expected all, none, or some of ${Object.keys(FAULTS).join(', ')}`,
    )
  return names.filter(isFault)
}
