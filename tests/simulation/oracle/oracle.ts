import type { Fact, Story } from '../story.ts'
import { judgeLedger } from './ledger.ts'
import { judgeMessages } from './messages.ts'

/** What the oracle holds against the product. */
export type Charge =
  | 'lost'
  | 'duplicated'
  | 'duplicatedByListLag'
  | 'afterStop'
  | 'atNight'
  | 'stale'
  | 'misplaced'
  | 'unknownOpen'

export interface Finding {
  readonly charge: Charge
  readonly patient: string
  readonly text: string
  readonly why: string
}

export interface Judgement {
  readonly findings: readonly Finding[]
  /** Milliseconds from due to Twilio's taking it, of each text that went. */
  readonly lateness: readonly number[]
  readonly texts: number
}

/** Judges a whole run by what the world saw of it, with a model of its own of what each patient was to get and when. */
export function judge(story: Story): Judgement {
  const first = new Map<string, number>()
  for (const { patientId, textId, acceptedAt } of story.messages) {
    const name = `${patientId} ${textId}`
    if (!first.has(name)) first.set(name, acceptedAt)
  }
  const lateness = story.patients.flatMap(({ id, ledger }) => {
    // A change of her visits may call for a text only after its time: nobody is late before that.
    const changes = changesOfVisits(story.facts.get(id) ?? [])
    return Object.entries(ledger).flatMap(([text, { due }]) => {
      const at = first.get(`${id} ${text}`)
      if (at === undefined) return []
      return [Math.max(0, at - Math.max(due, ...changes.filter((changed) => changed <= at)))]
    })
  })
  return { findings: [...judgeMessages(story), ...judgeLedger(story)], lateness, texts: first.size }
}

/** When the clinic changed which visits there are, or their times. */
function changesOfVisits(facts: readonly Fact[]): readonly number[] {
  const visitsOf = ({ patient }: Fact): string =>
    JSON.stringify(
      patient.courses.map(({ injections }) => injections.map(({ state, visit }) => [visit, OFF.has(state)])),
    )
  return facts.flatMap((fact, index) => {
    const before = facts[index - 1]
    return before === undefined || visitsOf(before) !== visitsOf(fact) ? [fact.known] : []
  })
}

const OFF: ReadonlySet<string> = new Set(['missed', 'cancelled'])
