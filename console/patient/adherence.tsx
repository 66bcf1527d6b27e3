import type { Sheet } from '../api/shapes.ts'

/** How often she said yes to belt and exercises, out of how often she was asked. Silence is not a no. */
export function Adherence({ sheets }: { sheets: readonly Sheet[] }) {
  const asked = sheets.filter(({ belt, physio }) => belt.asked + physio.asked > 0)
  return (
    <section class="card" aria-labelledby="adherence">
      <h2 id="adherence">Belt and exercises</h2>
      {asked.length === 0 && <p class="quiet">Not asked yet.</p>}
      <dl class="adherence">
        {asked.flatMap(({ course, injection, belt, physio }) => [
          <Asked key={`${course} ${injection} belt`} what={`Belt, injection ${injection}`} asked={belt} />,
          <Asked
            key={`${course} ${injection} physio`}
            what={`Exercises, injection ${injection}`}
            asked={physio}
          />,
        ])}
      </dl>
    </section>
  )
}

const WIDTH = 200

function Asked({ what, asked: { asked, answered, yes } }: { what: string; asked: Sheet['belt'] }) {
  if (asked === 0) return null
  const parts = [
    ['yes', yes],
    ['no', answered - yes],
    ['silent', asked - answered],
  ] as const
  const words = `${yes} yes, ${answered - yes} no, ${asked - answered} without an answer, of ${asked} asked`
  let from = 0
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        <svg
          class="parts"
          viewBox={`0 0 ${WIDTH} 10`}
          role="img"
          aria-label={words}
          preserveAspectRatio="none"
        >
          {parts.map(([part, count]) => {
            const x = from
            from += (count / asked) * WIDTH
            return <rect key={part} class={part} x={x} y="0" width={(count / asked) * WIDTH} height="10" />
          })}
        </svg>
        <span class="quiet">{words}</span>
      </dd>
    </div>
  )
}
