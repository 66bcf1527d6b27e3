import type { ClinicView, ProtocolStep } from '../api/shapes.ts'
import { timeText } from '../controls/days.ts'

/** Why a text goes when it does, from the protocol's own table: `3 days after the injection, 10:00 am`. */
export function ruleOf({ when, on }: ProtocolStep, settings: ClinicView['protocolSettings']): string {
  if ('minutesLater' in when)
    return when.minutesLater === 0 ? 'At once' : `${when.minutesLater} minutes after ${EVENTS[on]}`
  if ('nextMorning' in when)
    return `The next ${clock(when.nextMorning)}, at least ${when.hoursLaterAtLeast} hours after ${EVENTS[on]}`
  if ('hoursAfterVisit' in when)
    return `On the day of the injection, ${clock(when.time)} or ${when.hoursAfterVisit} hours after it`
  return `${dayText(when.day, settings)}, ${clock(when.time)}`
}

const EVENTS: Readonly<Record<ProtocolStep['on'], string>> = {
  welcome: 'enrolment',
  booked: 'the booking',
  given: 'the injection',
  moved: 'the visit was moved',
  cancelled: 'the visit was cancelled',
  missed: 'the visit was missed',
  flagged: 'the red flag',
  unreached: 'nobody was reached',
}

type Day = Extract<ProtocolStep['when'], { readonly day: unknown }>['day']

function dayText(day: Day, settings: ClinicView['protocolSettings']): string {
  if (day === 'secondReminder')
    return settings.secondReminder === 'two-days'
      ? '2 days before the visit'
      : '2 working days before the visit'
  const days = typeof day === 'number' ? day : settings[day]
  if (typeof days !== 'number') return "On the day that the clinic's settings name"
  if (days === 0) return 'On the day of the injection'
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`
  return days < 0 ? `${count} before the visit` : `${count} after the injection`
}

const clock = (time: string): string => timeText(`2000-01-01T${time}`)
