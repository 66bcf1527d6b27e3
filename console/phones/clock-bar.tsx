import { useEffect, useState } from 'preact/hooks'
import { dayText, longDayText, timeText, wallClockIn } from '../controls/days.ts'
import type { ClockMove, PageView } from './local-api.ts'

const HOUR = 3600
const DAY = 24 * HOUR

interface Props {
  readonly state: PageView
  readonly moving: ClockMove | undefined
  readonly move: (to: ClockMove) => void
}

/** The clinic's clock, which jumps on this machine alone. */
export function ClockBar({ state, moving, move }: Props) {
  const { local, zone, next } = state
  const nextLocal = next === undefined ? undefined : wallClockIn(zone, next.at)
  return (
    <aside class="dock" aria-label="The clock of this machine">
      <p class="clock">
        <span class="clock-time">{timeText(local)}</span>
        <span class="clock-day">{longDayText(local)}</span>
      </p>
      <fieldset class="jumps" aria-label="Move the clock" aria-busy={moving !== undefined}>
        <button
          type="button"
          class="primary"
          disabled={moving !== undefined || nextLocal === undefined}
          onClick={() => move({ next: true })}
        >
          <span>{moving === undefined ? 'Next text' : 'Time is passing…'}</span>
          <small>
            {nextLocal === undefined
              ? 'none planned'
              : `${next?.whose}, ${dayText(nextLocal)}, ${timeText(nextLocal)}`}
          </small>
        </button>
        <Play moving={moving} move={move} over={next === undefined} />
        <Jump label="+1 hour" seconds={HOUR} moving={moving} move={move} />
        <Jump label="+1 day" seconds={DAY} moving={moving} move={move} />
      </fieldset>
      <div class={moving === undefined ? 'progress' : 'progress running'} />
    </aside>
  )
}

function Jump({ label, seconds, moving, move }: Omit<Props, 'state'> & { label: string; seconds: number }) {
  return (
    <button type="button" disabled={moving !== undefined} onClick={() => move({ advanceSeconds: seconds })}>
      {label}
    </button>
  )
}

/** An hour of the clinic in so many milliseconds here. */
const HOUR_TAKES_MS = 500

/** Lets the days go by until somebody stops it, or no text is left to come. */
function Play({ moving, move, over }: Omit<Props, 'state'> & { over: boolean }) {
  const [playing, setPlaying] = useState(false)
  const goes = playing && !over
  useEffect(() => {
    if (!goes || moving !== undefined) return
    const timer = setTimeout(() => move({ advanceSeconds: HOUR }), HOUR_TAKES_MS)
    return () => clearTimeout(timer)
  }, [goes, moving, move])
  return (
    <button type="button" disabled={over} onClick={() => setPlaying(!goes)}>
      {goes ? 'Pause' : 'Play'}
    </button>
  )
}
