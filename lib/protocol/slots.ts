/**
 * Every slot a text may have, with the longest value it takes, in GSM-7 septets (an extension character such as `[`
 * takes two). Whoever accepts a clinic's or patient's settings refuses longer ones; the wording is sized for these.
 */
export const SLOTS = {
  clinic: 20,
  phone: 12,
  /** After-hours line. */
  line: 12,
  /** Emergency number. */
  em: 3,
  /** `Tue 12 Jan`. */
  date: 10,
  /** `10:00am`. */
  time: 7,
  /** A short display name. */
  drug: 18,
  /** A pain score, 0 to 10. */
  x: 2,
  city: 14,
  /** Tells patients on one phone apart. */
  label: 10,
  crisis: 8,
  poison: 8,
  /** The number a staff alert goes by. */
  n: 3,
  /** The clinic's own reference of a patient: the staff alert is exactly 160 with this. */
  reference: 24,
  /** `1`, `2` or `none`. */
  tier: 4,
} as const

export type Slot = keyof typeof SLOTS
export type SlotValues = Readonly<Partial<Record<Slot, string | number | undefined>>>

/** Every text names the clinic first. */
export type TemplateText = `{clinic}${string}`

export interface Template {
  /** Step or answer, for error texts. */
  readonly key: string
  readonly text: string
}

const SLOT = /\{([^{}]*)\}/g
const isSlot = (name: string): name is Slot => Object.hasOwn(SLOTS, name)
const allowed = Object.keys(SLOTS).join(', ')

/**
 * The template's words with its slots filled in one pass: braces inside a value stay what they are.
 * @throws Error naming template and slot when a slot is unknown or has no value; the values are never named
 */
export function fill({ key, text }: Template, values: SlotValues): string {
  return text.replace(SLOT, (_, name: string) => {
    if (!isSlot(name)) throw new Error(`template ${key}: unknown slot {${name}}, expected one of ${allowed}`)
    const value = values[name]
    if (value === undefined) throw new Error(`template ${key}: no value for slot {${name}}`)
    return String(value)
  })
}

/**
 * The same templates, proven fit to be filled.
 * @throws Error naming every template that repeats a key, does not start with {clinic}, or uses an unknown slot
 */
export function checkedTemplates(templates: readonly Template[]): readonly Template[] {
  const keys = templates.map(({ key }) => key)
  const repeated = keys
    .filter((key, at) => keys.indexOf(key) !== at)
    .map((key) => `template ${key}: its key is used twice`)
  const wrong = [...repeated, ...templates.flatMap(faultsOf)]
  if (wrong.length > 0) throw new Error(wrong.join('; '))
  return templates
}

function faultsOf({ key, text }: Template): readonly string[] {
  const unknown = [...text.matchAll(SLOT)]
    .map(([, name = '']) => name)
    .filter((name) => !isSlot(name))
    .map((name) => `template ${key}: unknown slot {${name}}, expected one of ${allowed}`)
  const nameless = text.startsWith('{clinic}') ? [] : [`template ${key}: must start with {clinic}`]
  const stray = /[{}]/.test(text.replaceAll(SLOT, '')) ? [`template ${key}: a brace without its pair`] : []
  return [...unknown, ...nameless, ...stray]
}
