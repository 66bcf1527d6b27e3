import type { StripView, TodayView } from '../api/shapes.ts'
import { countText } from '../controls/count-text.ts'
import { dateOf, dayText, timeText, wallClockIn } from '../controls/days.ts'
import { mobileText } from '../controls/phone-number.ts'

/** How the day goes, in one line of words. */
export function Strip({ today: { strip, now } }: { today: TodayView }) {
  const { sending, since, lastSentAt, dueToday, sentToday, late, onCall } = strip
  const clock = (utc: string): string => timeText(wallClockIn(now.zone, utc))
  const lastLocal = lastSentAt === undefined ? undefined : wallClockIn(now.zone, lastSentAt)
  return (
    <section class={`strip ${sending}`} aria-label="How the day goes">
      <p class="strip-main">
        <b>{[SENDING[sending], stuckText(strip)].filter(Boolean).join(' ')}</b>
        {since !== undefined && ` Since ${clock(since)}.`}{' '}
        {lastLocal === undefined
          ? 'No text was sent yet.'
          : `Last sent ${dateOf(lastLocal) === dateOf(now.local) ? '' : `${dayText(lastLocal)}, `}${timeText(lastLocal)}.`}{' '}
        {dueToday} due today, {sentToday} sent. <span class={late > 0 ? 'bad' : ''}>{late} late.</span>
      </p>
      <p>
        {openText(strip, now.local)} On call now: <a href={`tel:${onCall.A}`}>{mobileText(onCall.A)}</a>
        {onCall.B !== undefined && (
          <>
            , then <a href={`tel:${onCall.B}`}>{mobileText(onCall.B)}</a>
          </>
        )}
        .
      </p>
    </section>
  )
}

const SENDING = {
  normal: 'Texts are going out normally.',
  held: 'The clinic is holding its texts.',
  refused: 'Texts are refused by the carrier. The operators know.',
  late: 'Some texts are late.',
  stuck: '',
} as const

/** What waits under Stuck, and why. */
function stuckText({ stuck, unanswered }: StripView): string {
  const others = stuck - unanswered
  const each = [
    unanswered > 0 &&
      `${countText(unanswered, 'text')} ${unanswered === 1 ? 'has' : 'have'} no answer from Twilio yet`,
    others > 0 && `${countText(others, 'text')} ${others === 1 ? 'is' : 'are'} not out yet`,
  ].filter(Boolean)
  return each.length === 0 ? '' : `${each.join(', ')}: see Stuck.`
}

function openText({ open, opens, closes }: StripView, local: string): string {
  if (open) return closes === undefined ? 'Open.' : `Open until ${timeText(closes)}.`
  if (opens === undefined) return 'Closed.'
  const day = dateOf(opens) === dateOf(local) ? '' : `${dayText(opens)}, `
  return `Closed until ${day}${timeText(opens)}.`
}
