import type { Mention } from './drugs/mentions.ts'
import { tooManyTablets } from './overdose.ts'
import type { Span, Text } from './pattern.ts'
import type { Reading, Word } from './reading.ts'
import { type Match, matchesOf, POISON_RANK, RULES, type Rule } from './signs/rules.ts'
import { BLANK, withoutLookAlikes } from './signs/without-look-alikes.ts'
import { type Status, statusOf } from './status.ts'
import { feverishTemperature } from './temperature.ts'
import { withLists } from './vocabulary.ts'

export interface Flag {
  readonly tier: 1 | 2
  readonly answer?: 'crisis' | 'poison' | 'pregnant'
  readonly why: string
}

/** What the tables read in a text: the gravest sign that is there, and whether one was named that is not. */
export interface Flags {
  readonly flag?: Flag
  readonly elsewhere: ReadonlySet<Status>
  /** Words with look-alikes left out, and with medicines, and signs that are not there, as one word each: for the second reader. */
  readonly unexplained: readonly string[]
}

/** Many rules find the same words; what the text says of them is worked out once. */
function remembered(
  work: (match: Match, urgent: boolean) => Status,
): (match: Match, urgent: boolean) => Status {
  const known = new Map<string, Status>()
  return (match, urgent) => {
    const places = match.map(({ start, end, skipped }) => `${start} ${end} ${skipped.join()}`)
    const key = `${urgent} ${places.join(' + ')}`
    const status = known.get(key) ?? work(match, urgent)
    known.set(key, status)
    return status
  }
}

const HERS: ReadonlySet<string> = new Set(
  'she he shes hes her his i im ive my me mine site injection skin pain leg legs back hip hurts hurt sore since feel feeling feels wound spot hole dressing temperature fever body today yesterday night woke voice hives angry rash there swollen hubby wife husband nurse it its still been headache hot red hospital doctor gp tablets'.split(
    ' ',
  ),
)
/** So few words are an answer, not a story. */
const FEW_WORDS = 3

const isAboutHer = (words: readonly Word[]): boolean =>
  words.length <= FEW_WORDS || words.some(({ text }) => HERS.has(text))

const flagOf = ({ sign, tier, answer }: Rule, match: Match, words: readonly Word[]): Flag => {
  const said = match.map(({ start, end }) =>
    words
      .slice(start, end)
      .map(({ raw }) => raw)
      .join(' '),
  )
  return { tier, why: `${sign}: ${said.join(' + ')}`, ...(answer && { answer }) }
}

const BODILY: ReadonlySet<string> = new Set(
  'heat hot cold flu blood pain nerve fever head red burn'.split(' '),
)

/** Words of a medicine's name are no sign: "deep heat", "blood thinner". Lists keep the name itself. */
function withoutMedicines(words: readonly Word[], medicines: readonly Mention[]): readonly Word[] {
  const bodily = medicines.filter(
    ({ entry }) => entry.words.length > 1 || entry.words.some((word) => BODILY.has(word)),
  )
  if (bodily.length === 0) return words
  return words.map((word, at) =>
    bodily.some(({ start, end }) => at >= start && at < end) ? { ...word, text: BLANK } : word,
  )
}

/** Reads the red flags of a text. */
export function redFlags(reading: Reading, text: Text, medicines: readonly Mention[]): Flags {
  const words = withoutMedicines(withoutLookAlikes(reading, text) ?? text.words, medicines)
  const masked = words === text.words ? text : withLists(words, medicines)
  const tablets = tooManyTablets(masked.words, medicines)
  const from = tablets === undefined ? undefined : POISON_RANK
  const told = toldSign({ ...reading, words: masked.words }, masked, medicines, from)
  const hot = feverishTemperature({ ...reading, words: masked.words })
  if (told.flag !== undefined) return told
  if (tablets !== undefined) return { ...told, flag: { tier: 1, answer: 'poison', why: tablets } }
  return hot === undefined ? told : { ...told, flag: { tier: 2, why: hot } }
}

/** The gravest sign of the tables that is there; of those no graver than `from`, none. */
function toldSign(reading: Reading, text: Text, medicines: readonly Mention[], from = RULES.length): Flags {
  const { words } = text
  const aboutHer = isAboutHer(words)
  const statusAt = remembered((match, urgent) => statusOf(reading, match, urgent))
  const absences: Absence[] = []
  for (const [rank, matches] of matchesOf(text)) {
    const rule = RULES[rank]
    if (rule === undefined || rank >= from || (rule.figurative && !aboutHer)) continue
    for (const match of matches) {
      const status = statusAt(match, rule.tier === 1)
      if (status === 'present')
        return { flag: flagOf(rule, match, words), ...leftOf(words, absences, medicines) }
      absences.push({ match, status })
    }
  }
  return leftOf(words, absences, medicines)
}

/** A sign that the text names and says is not there. */
interface Absence {
  readonly match: Match
  readonly status: Status
}

function leftOf(
  words: readonly Word[],
  absences: readonly Absence[],
  medicines: readonly Mention[],
): Omit<Flags, 'flag'> {
  const left = words.map(({ text }) => text)
  const replace = ({ start, end }: Pick<Span, 'start' | 'end'>, by: string) =>
    left.fill('', start, end).fill(by, start, start + 1)
  for (const medicine of medicines) replace(medicine, '~medicine')
  for (const { match, status } of absences) for (const span of match) replace(span, `~${status}`)
  return {
    elsewhere: new Set(absences.map(({ status }) => status)),
    unexplained: left.filter((word) => word !== '' && word !== BLANK),
  }
}
