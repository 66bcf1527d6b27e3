import type { Mention } from './drugs/mentions.ts'
import { tooManyTablets } from './overdose.ts'
import { Index, type Lists, type Pattern, pattern, type Span } from './pattern.ts'
import type { Reading, Word } from './reading.ts'
import { CLINIC, PREGNANCY } from './signs/clinic.ts'
import { EMERGENCY } from './signs/emergency.ts'
import { LOOK_ALIKES } from './signs/look-alikes.ts'
import { POISON } from './signs/poison.ts'
import { SELF_HARM } from './signs/self-harm.ts'
import type { SignTable } from './signs/table.ts'
import { type Status, statusOf } from './status.ts'
import { feverishTemperature } from './temperature.ts'
import { listsIn } from './vocabulary.ts'

interface Rule {
  readonly sign: string
  readonly tier: 1 | 2
  readonly answer?: 'crisis' | 'poison' | 'pregnant'
  readonly pattern: Pattern
  /** Its word is also a figure of speech: it counts only in a text about her own body. */
  readonly figurative: boolean
}

export interface Flag {
  readonly tier: 1 | 2
  readonly answer?: 'crisis' | 'poison' | 'pregnant'
  readonly why: string
}

/** What the tables read in a text: the gravest sign that is there, and whether one was named that is not. */
export interface Flags {
  readonly flag?: Flag
  readonly elsewhere: ReadonlySet<Status>
}

const rules = (table: SignTable, tier: 1 | 2, answer?: Rule['answer']): readonly Rule[] =>
  table.flatMap(({ sign, says }) =>
    says.map((text) => ({
      sign,
      tier,
      pattern: pattern(text.replace(/^~/, '')),
      figurative: text.startsWith('~'),
      ...(answer && { answer }),
    })),
  )

/** Gravest first. */
const RULES: readonly Rule[] = [
  ...rules(SELF_HARM, 1, 'crisis'),
  ...rules(POISON, 1, 'poison'),
  ...rules(EMERGENCY, 1),
  ...rules(CLINIC, 2),
  ...rules(PREGNANCY, 2, 'pregnant'),
]

/** Places at which one pattern is looked at: more are only in texts made to be slow. */
const MOST_SPANS = 5

/** Where counts of tablets stand among the rules. */
const POISON_RANK = rules(SELF_HARM, 1).length

const SIGNS = new Index<{ readonly rule: number; readonly part: number }>()
for (const [
  rule,
  {
    pattern: { sequences },
  },
] of RULES.entries())
  for (const [part, sequence] of sequences.entries()) SIGNS.add(sequence, { rule, part })

const ALWAYS = new Index<true>()
for (const text of LOOK_ALIKES.always)
  for (const sequence of pattern(text).sequences) ALWAYS.add(sequence, true)
const LAUGHING = new Index<true>()
for (const text of LOOK_ALIKES.laughing)
  for (const sequence of pattern(text).sequences) LAUGHING.add(sequence, true)

const WELL = new Index<true>()
for (const text of LOOK_ALIKES.well) for (const sequence of pattern(text).sequences) WELL.add(sequence, true)
/** Any of these may take back that all is well. */
const TAKEN_BACK =
  /\b(?:but|though|tho|except|just|only|until|then|however|yet|cant|cannot|couldnt|dont|doesnt|didnt|wont|isnt|arent|never|not|without|hardly|barely|less|leak\w*|dribbl\w*|accident\w*|wet|numb|tingl\w*|weird|funny|strange|odd|weak|slow|used to|was|were)\b/

const LAUGHS =
  /\b(?:lol|lmao|lmfao|rofl|haha\w*|hehe\w*|laugh\w*|just a joke|joking|kidding|jk|song|lyrics|hilarious|so funny|too funny)\b/
const BLANK = '\u0000'

/** Words of look-alikes become blanks that no pattern matches. */
function withoutLookAlikes(reading: Reading): readonly Word[] {
  const blanked = new Set<number>()
  const blank = ({ start, end }: Span) => {
    for (let at = start; at < end; at += 1) blanked.add(at)
  }
  for (const { span } of ALWAYS.matches(reading.words, [])) blank(span)
  if (LAUGHS.test(reading.plain)) for (const { span } of LAUGHING.matches(reading.words, [])) blank(span)
  if (!TAKEN_BACK.test(reading.plain))
    for (const { span } of WELL.matches(reading.words, listsIn(reading.words, []))) blank(span)
  return blanked.size === 0
    ? reading.words
    : reading.words.map((word, at) => (blanked.has(at) ? { ...word, text: BLANK } : word))
}

/** Both parts of a pattern of two, in one sentence or anywhere. */
function pairs(
  first: readonly Span[],
  second: readonly Span[],
  words: readonly Word[],
  { together }: Pattern,
): readonly Span[] {
  return first.flatMap((a) =>
    second
      .filter(
        (b) =>
          (a.end <= b.start || b.end <= a.start) &&
          (together === 'text' || words[a.start]?.clause === words[b.start]?.clause),
      )
      .slice(0, 2)
      .map((b) => (a.start < b.start ? { ...a, skipped: [...a.skipped] } : b)),
  )
}

function spansOf(words: readonly Word[], lists: Lists): ReadonlyMap<number, readonly Span[]> {
  const parts = new Map<number, (Span[] | undefined)[]>()
  for (const { span, of } of SIGNS.matches(words, lists)) {
    const byPart = parts.get(of.rule) ?? []
    byPart[of.part] = [...(byPart[of.part] ?? []), span].slice(0, MOST_SPANS)
    parts.set(of.rule, byPart)
  }
  const spans = new Map<number, readonly Span[]>()
  for (const [rule, [first = [], second = []]] of parts) {
    const { pattern: told } = RULES[rule] ?? {}
    if (told !== undefined)
      spans.set(rule, told.sequences.length === 1 ? first : pairs(first, second, words, told))
  }
  return spans
}

const SYMPTOM_WORDS = new Set(
  'cant couldnt wont no not without lost unable nothing doesnt dont isnt havent hasnt didnt barely hardly never arent stopped wasnt'.split(
    ' ',
  ),
)

/** A "no" inside the pattern is the symptom itself: "no feeling", "wont work". */
const negatesItself = (words: readonly Word[], { start, end, skipped }: Span): boolean =>
  words.slice(start, end).some(({ text }, at) => SYMPTOM_WORDS.has(text) && !skipped.includes(start + at))

const gravestFirst = (spans: ReadonlyMap<number, readonly Span[]>) => [...spans].sort(([a], [b]) => a - b)

/** Many rules find the same words; what the text says of them is worked out once. */
function remembered(work: (span: Span, urgent: boolean) => Status): (span: Span, urgent: boolean) => Status {
  const known = new Map<string, Status>()
  return (span, urgent) => {
    const key = `${span.start} ${span.end} ${urgent} ${span.skipped.join()}`
    const status = known.get(key) ?? work(span, urgent)
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

/** Reads the red flags of a text. */
export function redFlags(reading: Reading, medicines: readonly Mention[]): Flags {
  const words = withoutLookAlikes(reading)
  const masked = { ...reading, words }
  const elsewhere = new Set<Status>()
  const aboutHer = isAboutHer(words)
  const statusAt = remembered((span, urgent) =>
    statusOf(masked, span, { urgent, negates: negatesItself(words, span) }),
  )
  const tablets = tooManyTablets(words, medicines)
  let best: { readonly rank: number; readonly flag: Flag } | undefined =
    tablets === undefined
      ? undefined
      : { rank: POISON_RANK, flag: { tier: 1, answer: 'poison', why: tablets } }
  for (const [rank, spans] of gravestFirst(spansOf(words, listsIn(words, medicines)))) {
    const rule = RULES[rank]
    if (rule === undefined || (best !== undefined && best.rank <= rank) || (rule.figurative && !aboutHer))
      continue
    for (const span of spans) {
      const status = statusAt(span, rule.tier === 1)
      if (status !== 'present') {
        elsewhere.add(status)
        continue
      }
      const said = words
        .slice(span.start, span.end)
        .map(({ raw }) => raw)
        .join(' ')
      best = {
        rank,
        flag: { tier: rule.tier, why: `${rule.sign}: ${said}`, ...(rule.answer && { answer: rule.answer }) },
      }
      break
    }
  }
  const hot = best === undefined ? feverishTemperature(reading) : undefined
  const flag = best?.flag ?? (hot === undefined ? undefined : { tier: 2 as const, why: hot })
  return { ...(flag && { flag }), elsewhere }
}
