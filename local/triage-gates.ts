import { isNsaid } from '../lib/triage/drugs/dictionary.ts'
import { type Finding, triage } from '../lib/triage/triage.ts'
import { accepted, alsoLabelled, type Labelled, scoredAs } from './reply-labels.ts'

export interface Scored {
  readonly reply: Labelled
  readonly finding: Finding
  readonly got: string
  readonly right: boolean
}

export interface Gate {
  readonly name: string
  readonly passed: boolean
  readonly measured: string
  readonly misses: readonly Scored[]
}

const RED = ['red_flag_emergency', 'red_flag_clinic']
const percent = (part: number, whole: number): number => (whole === 0 ? 100 : (100 * part) / whole)

export function score(replies: readonly Labelled[]): readonly Scored[] {
  return replies.map((reply) => {
    const finding = triage(reply.text)
    const got = scoredAs(finding.intent)
    return { reply, finding, got, right: accepted(reply).includes(got) }
  })
}

const label = ({ reply }: Scored): string => scoredAs(reply.intent)

/** Whether the number would be opted out: as the main meaning or beside a red flag. */
const optsOut = ({ finding }: Scored): boolean =>
  [finding.intent, ...(finding.also ?? [])].some((intent) => intent === 'stop' || intent === 'wrong_number')
const wantsOut = (scored: Scored): boolean =>
  [...accepted(scored.reply), ...alsoLabelled(scored.reply)].includes('stop')
const mustBeOut = ({ reply }: Scored): boolean =>
  (scoredAs(reply.intent) === 'stop' && accepted({ ...reply, intent: 'stop' }).length === 1) ||
  alsoLabelled(reply).includes('stop')

/** Paracetamol's answer to a text whose label is not a question about paracetamol. */
const saysOk = ({ reply, finding }: Scored): boolean =>
  finding.drug?.class === 'paracetamol' &&
  (reply.drug === undefined ? reply.intent !== 'other_drug_question' : reply.drug !== 'paracetamol')

function atLeast(
  name: string,
  of: readonly Scored[],
  isRight: (one: Scored) => boolean,
  limit: number,
): Gate {
  const misses = of.filter((one) => !isRight(one))
  const share = percent(of.length - misses.length, of.length)
  return {
    name: `${name} >= ${limit} %`,
    passed: share >= limit,
    measured: `${share.toFixed(2)} % of ${of.length}`,
    misses,
  }
}

function atMost(name: string, of: readonly Scored[], isWrong: (one: Scored) => boolean, limit: number): Gate {
  const misses = of.filter(isWrong)
  const share = percent(misses.length, of.length === 0 ? 1 : of.length)
  return {
    name: `${name} <= ${limit} %`,
    passed: share <= limit,
    measured: `${share.toFixed(2)} % of ${of.length}`,
    misses,
  }
}

function none(name: string, of: readonly Scored[], isWrong: (one: Scored) => boolean): Gate {
  const misses = of.filter(isWrong)
  return { name: `${name}: 0`, passed: misses.length === 0, measured: `${misses.length}`, misses }
}

/** The gates a release is held to. */
export function gates(scored: readonly Scored[]): readonly Gate[] {
  const labelled = (intent: string) => scored.filter((one) => label(one) === intent)
  const ordinary = scored.filter((one) => !accepted(one.reply).some((intent) => RED.includes(intent)))
  const nsaid = labelled('nsaid_question')
  const isRed = ({ got }: Scored) => RED.includes(got)
  return [
    atLeast('emergencies found', labelled('red_flag_emergency'), ({ right }) => right, 100),
    atLeast('clinic red flags found', labelled('red_flag_clinic'), isRed, 97),
    none('wrong opt-outs', scored, (one) => optsOut(one) && !wantsOut(one)),
    none('missed opt-outs', scored, (one) => mustBeOut(one) && !optsOut(one)),
    none('another medicine answered as OK', scored, saysOk),
    atLeast('overall accuracy', scored, ({ right }) => right, 95),
    atMost('ordinary replies read as an emergency', ordinary, ({ got }) => got === 'red_flag_emergency', 2),
    atMost('ordinary replies read as any red flag', ordinary, isRed, 4),
    atLeast('NSAID questions found', nsaid, ({ right }) => right, 97),
    atLeast(
      'NSAID ingredient right',
      nsaid,
      ({ reply, finding }) => reply.drug === finding.drug?.ingredient,
      95,
    ),
    atLeast(
      'NSAID questions given an NSAID class',
      nsaid.filter(({ right }) => right),
      ({ finding, right }) =>
        !right || finding.intent !== 'nsaid_question' || isNsaid(finding.drug?.class ?? 'unknown'),
      100,
    ),
  ]
}
