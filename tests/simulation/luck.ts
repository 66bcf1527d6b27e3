import type { Instant } from '../../lib/time/instant.ts'
import { after, DAY, HOUR } from '../../lib/time/instant.ts'
import type { Fault } from './faults.ts'
import type { Chance } from './random.ts'

export type Vendor = 'store' | 'twilio' | 'eventbridge'

interface Spell {
  readonly vendor: Vendor | 'account'
  readonly from: Instant
  readonly until: Instant
}

/** The luck of one world: which faults it has, when each strikes, and when vendors are away. */
export class Luck {
  readonly #faults: ReadonlySet<Fault>
  readonly #chance: Chance
  readonly #streams = new Map<Fault, Chance>()
  readonly spells: readonly Spell[]
  /** From here on nothing new goes wrong: the world is left to settle. */
  #calmFrom: Instant | undefined

  constructor(faults: readonly Fault[], chance: Chance, from: Instant, until: Instant) {
    this.#faults = new Set(faults)
    this.#chance = chance.for('luck')
    this.spells = spellsOf(this.#faults, chance.for('spells'), from, until)
  }

  has(fault: Fault): boolean {
    return this.#faults.has(fault)
  }

  calm(from: Instant): void {
    this.#calmFrom = from
  }

  /** Whether the fault strikes now, which it does in such a share of draws. */
  strikes(fault: Fault, share: number): boolean {
    return this.#calmFrom === undefined && this.#faults.has(fault) && this.of(fault).often(share)
  }

  /** The chance by which a fault chooses its form. */
  of(fault: Fault): Chance {
    const known = this.#streams.get(fault)
    if (known !== undefined) return known
    const stream = this.#chance.for(fault)
    this.#streams.set(fault, stream)
    return stream
  }

  isAway(vendor: Vendor | 'account', now: Instant): boolean {
    return this.spells.some((spell) => spell.vendor === vendor && spell.from <= now && now < spell.until)
  }
}

function spellsOf(
  faults: ReadonlySet<Fault>,
  chance: Chance,
  from: Instant,
  until: Instant,
): readonly Spell[] {
  const spell = (vendor: Spell['vendor'], longest: number): Spell => {
    const begins = after(
      from,
      chance.between(2, Math.floor((until - from) / DAY) - 3) * DAY + chance.between(0, DAY),
    )
    return { vendor, from: begins, until: after(begins, chance.between(HOUR / 4, longest)) }
  }
  const outages = faults.has('outages')
    ? (['store', 'twilio', 'eventbridge', 'store', 'twilio', 'eventbridge'] as const).map((vendor) =>
        spell(vendor, 6 * HOUR),
      )
    : []
  return [
    ...outages,
    ...(faults.has('suspension') ? [spell('account', 30 * HOUR), spell('account', 3 * HOUR)] : []),
  ]
}
