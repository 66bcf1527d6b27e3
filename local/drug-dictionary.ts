import type { DrugClass } from '../lib/triage/finding.ts'

export const COLUMNS = ['name', 'kind', 'ingredient', 'class', 'countries', 'hidden_combo', 'source'] as const
const CLASSES = ['nsaid', 'nsaid_topical', 'aspirin', 'steroid', 'ok_simple_analgesic', 'ask_clinic'] as const
const COUNTRIES = ['AU', 'NZ', 'UK', 'IE', 'US', 'CA', 'other'] as const

export type CsvClass = (typeof CLASSES)[number]

export interface DrugRow {
  readonly name: string
  readonly ingredient: string
  readonly class: CsvClass
  readonly countries: readonly string[]
}

const oneOf = <T extends string>(allowed: readonly T[], text: string): T | undefined =>
  allowed.find((value) => value === text)

/** Fields of one line; a field in double quotes may hold commas. */
function fields(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  )
}

/**
 * Rows of drugs.csv.
 * @throws Error naming line, value and what is allowed, for a wrong header, class, country or number of columns
 */
export function parseDrugs(csv: string): readonly DrugRow[] {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/)
  if (header !== COLUMNS.join(','))
    throw new Error(`drugs.csv line 1 "${header}": expected ${COLUMNS.join(',')}`)
  return lines.map((line, at) => parseRow(line, at + 2))
}

function parseRow(line: string, number: number): DrugRow {
  const where = `drugs.csv line ${number}`
  const values = fields(line)
  if (values.length !== COLUMNS.length)
    throw new Error(`${where}: ${values.length} columns, expected ${COLUMNS.length}`)
  const [name = '', kind = '', ingredient = '', klass = '', countries = '', hidden = ''] = values
  const drugClass = oneOf(CLASSES, klass)
  if (drugClass === undefined) throw new Error(`${where}: class "${klass}", expected ${CLASSES.join(', ')}`)
  if (name === '' || ingredient === '') throw new Error(`${where}: expected a name and an ingredient`)
  if (kind !== 'brand' && kind !== 'generic')
    throw new Error(`${where}: kind "${kind}", expected brand or generic`)
  if (hidden !== 'yes' && hidden !== 'no')
    throw new Error(`${where}: hidden_combo "${hidden}", expected yes or no`)
  const places = countries.split(';')
  const strange = places.find((place) => oneOf(COUNTRIES, place) === undefined)
  if (strange !== undefined)
    throw new Error(`${where}: country "${strange}", expected ${COUNTRIES.join(', ')}`)
  return { name, ingredient, class: drugClass, countries: places }
}

const DONT_STOP: Readonly<Record<string, DrugClass>> = {
  anticoagulant: 'blood_thinner',
  inhaled: 'steroid',
  nasal: 'steroid',
}

/** Names the service's class: what the clinic must answer is split into blood thinners, steroids and the rest. */
export function serviceClass({ class: csvClass, ingredient }: DrugRow): DrugClass {
  if (csvClass === 'ok_simple_analgesic') return 'paracetamol'
  if (csvClass !== 'ask_clinic') return csvClass
  if (!ingredient.includes('do not stop')) return 'ask'
  return DONT_STOP[ingredient.split(' ')[0] ?? ''] ?? 'ask'
}

const KINDS_OF =
  /^(?:opioid|gabapentinoid|antidepressant|muscle relaxant|benzodiazepine|anticoagulant|disease|antihistamine|other|supplement|mineral|corticosteroid)/

/** The first ingredient without its salt or a note; a generic whose ingredient is only a kind goes by its own name. */
export function firstIngredient(row: DrugRow): string {
  const { name, ingredient } = row
  if (ingredient === '(class word)') return 'nsaid'
  if (KINDS_OF.test(ingredient)) return name.toLowerCase()
  const parts = ingredient.split(/ \+ |[:;,]| \/ /)
  // Paracetamol with something stronger goes by the stronger part.
  const first =
    (row.class === 'ask_clinic' && /^(?:paracetamol|acetaminophen)$/.test(parts[0] ?? '')
      ? parts[1]
      : parts[0]) ?? ''
  return first
    .replace(/\s*\(.*$/, '')
    .replace(/ (?:sodium|potassium|epolamine|acetate)$/, '')
    .replace(/^lysine aspirin$/, 'aspirin')
    .replace(/^meclofenamate$/, 'meclofenamic acid')
    .replace(/^acetaminophen$/, 'paracetamol')
}

/** A name as the service knows it. */
export interface Medicine {
  readonly name: string
  readonly ingredient: string
  readonly class: DrugClass
  /** None where the name is used in all of them. */
  readonly countries: readonly string[]
}

/** Names by class and first ingredient: of two that are as near to a misspelt word, the earlier is meant. */
export const medicinesIn = (rows: readonly DrugRow[]): readonly Medicine[] =>
  [...Map.groupBy(rows, serviceClass)].flatMap(([drugClass, ofClass]) =>
    [...Map.groupBy(ofClass, ingredientOf)].flatMap(([ingredient, names]) =>
      names.map((row) => ({ name: row.name, ingredient, class: drugClass, countries: countriesOf(row) })),
    ),
  )

const ingredientOf = (row: DrugRow): string =>
  row.class === 'ask_clinic' ? plainIngredient(row) : firstIngredient(row)

const countriesOf = ({ countries }: DrugRow): readonly string[] =>
  COUNTRIES.every((country) => country === 'other' || countries.includes(country)) ? [] : countries

/** Rubs, heat, ice and the like go by what they are. */
function plainIngredient(row: DrugRow): string {
  const { ingredient } = row
  if (/^rub:|topical salicylate/.test(ingredient)) return 'rub'
  if (ingredient.startsWith('heat')) return 'heat pack'
  if (ingredient.startsWith('cold (non')) return 'ice'
  if (/cold\/flu|cold range|usually paracetamol|unnamed product: may hide/.test(ingredient))
    return 'cold and flu'
  if (ingredient === 'unnamed product') return 'pain relief'
  if (ingredient === 'cannabinoid') return 'cannabis'
  if (ingredient === 'omega-3') return 'fish oil'
  if (ingredient === 'herbal anti-inflammatory') return 'turmeric'
  if (ingredient.startsWith('inhaled'))
    return row.name.endsWith('cream') ? 'steroid cream' : 'steroid inhaler'
  if (ingredient.startsWith('nasal')) return 'nasal steroid'
  if (ingredient === 'topical analgesic') return row.name.toLowerCase().replace('lignocaine', 'lidocaine')
  return firstIngredient(row)
}
