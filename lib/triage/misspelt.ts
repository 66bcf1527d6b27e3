import { NOT_SLIPS } from './data/not-slips.ts'
import { mayBeNear, slips, target } from './slips.ts'

/** Words that decide, and that hurried thumbs misspell. */
const DECISIVE = `
  numbness tingling weakness feeling sensation bladder bowels incontinent incontinence urinate toilet breathe breathing
  breathless breathlessness throat tongue swollen swelling swallow swallowing collapsed fainted unconscious confused
  headache migraine fever feverish temperature shivering infected infection oozing weeping discharge redness inflamed
  bleeding bruise bruising haematoma vomiting diarrhoea suicidal overdose ambulance emergency hospital paralysed seizure
  speech slurred drooping vision pregnant reschedule rescheduled appointment cancel confirm confirmed tomorrow
  injection exercises tablets medication message messages reminder reminders unsubscribe texting anaphylaxis
  allergic allergy reaction buckled dragging palpitations pressure unbearable excruciating agony
  dressing thanks stopped wearing yesterday nothing symptoms terrible passed groin privates
`
  .trim()
  .split(/\s+/)

const SHORTEST = 5
/** From this length two slips are forgiven. */
const TWO_SLIPS_FROM = 8
const BY_FIRST_LETTER = Map.groupBy([...new Set(DECISIVE)].map(target), ({ word }) => word.charAt(0))
const KNOWN: ReadonlySet<string> = new Set([...DECISIVE, ...NOT_SLIPS])

/** The word meant by a misspelt one; `undefined` for words that are themselves. */
export function meantBy(written: string): string | undefined {
  if (written.length < SHORTEST || written.length > 16 || KNOWN.has(written)) return undefined
  const slip = target(written)
  for (const meant of BY_FIRST_LETTER.get(written.charAt(0)) ?? []) {
    const limit = meant.word.length >= TWO_SLIPS_FROM ? 2 : 1
    if (mayBeNear(slip, meant, limit) && slips(written, meant.word, limit) <= limit) return meant.word
  }
  return undefined
}
