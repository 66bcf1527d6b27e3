import { dateOf, timeText, yearDayText } from '../controls/days.ts'

const NAMES: Readonly<Record<string, string>> = {
  reference: 'Reference',
  mobile: 'Mobile',
  timeZone: 'Time zone',
  givenName: 'Given name',
  label: 'Label',
  belt: 'Belt',
  protocol: 'Protocol',
  injections: 'Injections',
  'consent.given': 'Consent, given on',
  'consent.method': 'Consent, how',
  from: 'First day away',
  to: 'Last day away',
  days: 'Move by days',
}

/** What a form calls a field of the API: `injections[1].at` is `Injection 2`. Undefined for what has no name of its own. */
export function nameOfField(path: string): string | undefined {
  const index = /^injections\[(\d+)\]/.exec(path)?.[1]
  return index === undefined ? NAMES[path] : `Injection ${Number(index) + 1}`
}

/** Words of the service for machines and people alike, with dates and zones as a receptionist writes them. */
export const plainMessage = (message: string): string =>
  message
    .replace('state "given"', 'mark it as already given')
    .replace(/^"given" needs/, '"already given" needs')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d/g, (at) => `${yearDayText(dateOf(at))}, ${timeText(at)}`)
    .replace(/\d{4}-\d\d-\d\d/g, yearDayText)
    .replace(/\b[A-Z]\w+\/(?:[A-Z]\w+\/)?([A-Z]\w+)\b/g, (_, city: string) => city.replaceAll('_', ' '))
