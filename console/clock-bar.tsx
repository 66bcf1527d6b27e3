import { dayText, longDayText, timeText, wallClockIn } from './days.ts'
import icon from './icon.svg'
import type { ClockMove, PageState } from './shapes.ts'

const HOUR = 3600

interface Props {
  readonly state: PageState
  readonly moving: ClockMove | undefined
  readonly move: (to: ClockMove) => void
}

/** The clinic's clock, and the buttons that make it jump. */
export function ClockBar({ state, moving, move }: Props) {
  const { local, zone, clinic, next } = state
  const nextLocal = next === undefined ? undefined : wallClockIn(zone, next)
  return (
    <header class="bar">
      <div class="brand">
        <img src={icon} alt="" width="34" height="34" />
        <div>
          <h1>{clinic.name}</h1>
          <p class="quiet">Patient texts, on this machine</p>
        </div>
      </div>
      <section class="clock" aria-label="The clinic's clock">
        <p class="clock-time">{timeText(local)}</p>
        <div>
          <p class="clock-day">{longDayText(local)}</p>
          <p class="quiet">{zone.replace('_', ' ')}</p>
        </div>
      </section>
      <fieldset class="jumps" aria-label="Move the clock" aria-busy={moving !== undefined}>
        <button
          type="button"
          class="primary"
          disabled={moving !== undefined || nextLocal === undefined}
          onClick={() => move({ next: true })}
        >
          <span>{moving === undefined ? 'Next text' : 'Time is passing…'}</span>
          <small>
            {nextLocal === undefined ? 'none planned' : `${dayText(nextLocal)}, ${timeText(nextLocal)}`}
          </small>
        </button>
        <Jump label="+1 hour" seconds={HOUR} moving={moving} move={move} />
        <Jump label="+1 day" seconds={24 * HOUR} moving={moving} move={move} />
      </fieldset>
      <div class={moving === undefined ? 'progress' : 'progress running'} />
    </header>
  )
}

function Jump({ label, seconds, moving, move }: Omit<Props, 'state'> & { label: string; seconds: number }) {
  return (
    <button type="button" disabled={moving !== undefined} onClick={() => move({ advanceSeconds: seconds })}>
      {label}
    </button>
  )
}
