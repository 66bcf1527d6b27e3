import { dayText, timeText } from '../controls/days.ts'

const FIELDS: Readonly<Record<string, string>> = {
  mobile: 'mobile number',
  timeZone: 'time zone',
  givenName: 'name',
  label: 'label',
  belt: 'belt',
  fewerTexts: 'fewer texts',
}

const STANDINGS: Readonly<Record<string, string>> = {
  pause: 'texts put on hold',
  resume: 'texts sent again',
  withdraw: 'withdrawn',
}

/** A change as the service noted it, in words a receptionist reads. */
export function changeText(what: string): string {
  const fields = /^changed (.*)$/.exec(what)?.[1]?.split(', ')
  if (fields !== undefined) return `changed ${fields.map((field) => FIELDS[field] ?? field).join(', ')}`
  return (STANDINGS[what] ?? what)
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d/g, (at) => `${dayText(at)}, ${timeText(at)}`)
    .replace(/\d{4}-\d\d-\d\d/g, dayText)
}
