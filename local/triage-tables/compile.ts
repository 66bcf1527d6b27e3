import { LOOK_ALIKES, MEANINGS, SIGNS, VOCABULARY } from '../../lib/triage/tables.ts'
import { Atoms } from './atoms.ts'
import { medicineLines } from './medicines.ts'
import { type Atom, pattern, type Sequence, sequence } from './pattern.ts'

const EDGES = { part: '^', sentence: '<' } as const

/** Rows of a table, as lib/triage/made-tables.ts describes them. */
class Rows {
  readonly lines: string[] = []
  readonly #atoms: Atoms

  constructor(atoms: Atoms) {
    this.#atoms = atoms
  }

  add(of: string, atoms: Sequence): void {
    const leadAt = atoms.findIndex(({ edge }) => edge === undefined)
    const lead = atoms[leadAt]
    if (lead === undefined) return
    // What may be missing at the beginning makes two rows, one for each beginning.
    if (lead.optional) this.add(of, atoms.toSpliced(leadAt, 1))
    const steps = atoms.map((atom, at) => this.#step(atom, at > 0 && atoms[at - 1]?.edge === undefined))
    this.lines.push([this.#atoms.numberOf(lead), of, steps.join(' ')].join('\t'))
  }

  #step(atom: Atom, mayFollowLater: boolean): string {
    if (atom.edge !== undefined) return EDGES[atom.edge]
    const gap = mayFollowLater && atom.gap > 0 ? `:${atom.gap}` : ''
    return `${this.#atoms.numberOf(atom)}${gap}${atom.optional ? '?' : ''}`
  }
}

/** One mark a rule: where the parts of its pattern must be, and whether it is figurative. */
function markOf(text: string): string {
  const { sequences, together } = pattern(text)
  const parts = sequences.length === 1 ? '' : together === 'sentence' ? '+' : '&'
  return `${text.startsWith('~') ? '~' : ''}${parts}` || '.'
}

const ruleLines = (): readonly string[] =>
  SIGNS.flatMap(({ table, tier, answer = '' }) =>
    table.map(({ sign, says }) => [tier, answer, sign, says.map(markOf).join(' ')].join('\t')),
  )

function signRows(rows: Rows): void {
  const patterns = SIGNS.flatMap(({ table }) => table.flatMap(({ says }) => says))
  for (const [rule, text] of patterns.entries())
    for (const [part, atoms] of pattern(text.replace(/^~/, '')).sequences.entries())
      rows.add(`${rule} ${part}`, atoms)
}

function meaningRows(rows: Rows): void {
  for (const [name, { says, unless }] of Object.entries(MEANINGS)) {
    for (const text of says) for (const atoms of pattern(text).sequences) rows.add(name, atoms)
    for (const text of unless) for (const atoms of pattern(text).sequences) rows.add(`not ${name}`, atoms)
  }
}

function lookAlikeRows(rows: Rows): void {
  for (const [when, patterns] of Object.entries(LOOK_ALIKES))
    for (const text of patterns) for (const atoms of pattern(text).sequences) rows.add(when, atoms)
}

function vocabularyRows(rows: Rows): void {
  for (const [list, phrases] of Object.entries(VOCABULARY))
    for (const phrase of phrases.split(',')) rows.add(list, sequence(phrase))
}

const wholeLines = (): readonly string[] =>
  Object.entries(MEANINGS).map(([name, { whole }]) => {
    const messages = whole.split(',').map((message) => message.trim().replaceAll(/\s+/g, ' '))
    return `${name}\t${messages.filter((message) => message !== '').join(',')}`
  })

/** The tables as the functions read them. */
export function compiledTables(): string {
  const atoms = new Atoms()
  const rowsOf = (fill: (rows: Rows) => void): readonly string[] => {
    const rows = new Rows(atoms)
    fill(rows)
    return rows.lines
  }
  const tables = {
    vocabulary: rowsOf(vocabularyRows),
    'look-alikes': rowsOf(lookAlikeRows),
    signs: rowsOf(signRows),
    meanings: rowsOf(meaningRows),
  }
  const sections = {
    ...atoms.sections(),
    rules: ruleLines(),
    whole: wholeLines(),
    medicines: medicineLines(),
    ...tables,
  }
  const told = Object.entries(sections).map(([name, lines]) => [`= ${name}`, ...lines].join('\n'))
  return ['Made by `npm run triage:tables` from lib/triage/tables.ts. Do not edit.', ...told].join('\n')
}
