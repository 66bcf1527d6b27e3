import type { Injection } from '../../../lib/patient/patient.ts'
import type { Fact, Story } from '../story.ts'
import type { Message } from '../vendor-twilio.ts'
import { instantOn, spoken, wall, windowOf } from './calendar.ts'
import type { Finding } from './oracle.ts'
import { PAGE, TEXTING } from './protocol-page.ts'

/** A claim may be on its way for this long. */
const IN_FLIGHT = 10_000
/** Clocks of processes differ by this much at most. */
const SKEW = 1_000
const NAMES_THE_VISIT = new Set(['R1', 'R2', 'V1', 'V2'])

interface TextName {
  readonly step: string
  readonly injection: number
  readonly visit: number
}

export function nameOf(text: string): TextName {
  const [step = '', place = ''] = text.split('@')
  const [, injection, visit] = place.split('.').map(Number)
  return { step, injection: injection ?? 0, visit: visit ?? 0 }
}

export function judgeMessages(story: Story): readonly Finding[] {
  const grouped = Map.groupBy(story.messages, ({ patientId, textId }) => `${patientId} ${textId}`)
  const doubled = [...grouped.values()].flatMap((messages) => judgeRepeats(messages))
  return [...doubled, ...story.messages.flatMap((message) => judgeOne(story, message))]
}

/** A second message of a text is right only once the first is known not to have arrived. */
function judgeRepeats(messages: readonly Message[]): readonly Finding[] {
  return messages.slice(1).flatMap((again, index) => {
    const before = messages[index]
    if (before === undefined) return []
    const hadFailed = before.news.state === 'undelivered' && (before.endedAt ?? Infinity) <= again.acceptedAt
    if (hadFailed) return []
    const lagged = before.listedAt > before.acceptedAt
    return [found(lagged ? 'duplicatedByListLag' : 'duplicated', again, `also as ${before.sid}`)]
  })
}

function judgeOne(story: Story, message: Message): readonly Finding[] {
  const facts = story.facts.get(message.patientId) ?? []
  const known = facts.findLast((fact) => fact.known < message.acceptedAt)
  return [
    ...judgeStop(story, message),
    ...judgeHours(facts, message),
    ...(known === undefined ? [] : judgeVisit(facts, known, message)),
    ...judgePlace(story, facts, message),
  ]
}

function judgeStop({ keywords }: Story, message: Message): readonly Finding[] {
  const at = message.acceptedAt
  const own = keywords.filter(({ mobile }) => mobile === message.to)
  const off = own.findLast(({ kind, answered }) => kind === 'off' && answered !== undefined && answered < at)
  const isOn = own.some(
    ({ kind, arrived }) => kind === 'on' && off && arrived >= off.arrived && arrived <= at,
  )
  return off === undefined || isOn
    ? []
    : [found('afterStop', message, `STOP was answered ${at - (off.answered ?? at)} ms before`)]
}

/** She may be in the zone of before or of after a change that is just being made. */
function judgeHours(facts: readonly Fact[], message: Message): readonly Finding[] {
  if (nameOf(message.textId).step === 'E1') return []
  const at = message.acceptedAt
  const zones = zonesAt(facts, at)
  const isDay = zones.some((zone) => {
    const date = wall(zone, at).toPlainDate()
    const ends = at + message.validitySeconds * 1000
    return (
      at >= instantOn(zone, date, TEXTING.from) - SKEW && ends <= instantOn(zone, date, TEXTING.to) + SKEW
    )
  })
  return isDay || zones.length === 0
    ? []
    : [found('atNight', message, `${wall(zones[0] ?? 'UTC', at)} for ${message.validitySeconds} s`)]
}

function zonesAt(facts: readonly Fact[], at: number): readonly string[] {
  const before = facts.findLast(({ known }) => known + IN_FLIGHT < at)
  const around = facts.filter((fact) => fact.began <= at && fact.known + IN_FLIGHT >= at)
  return [...(before ? [before] : []), ...around].map(({ patient }) => patient.zone)
}

/** Nothing of a visit that has moved, or to a number that is no longer hers, once the clinic has been told it is so. */
function judgeVisit(facts: readonly Fact[], known: Fact, message: Message): readonly Finding[] {
  const { step, injection, visit } = nameOf(message.textId)
  const isChanging = facts.some(
    ({ began, known: until }) => began <= message.acceptedAt && until >= message.acceptedAt,
  )
  const since = message.acceptedAt - known.known
  if (!isChanging && message.to !== known.patient.mobile)
    return [found('stale', message, `number changed ${since} ms before`)]
  const present = injectionOf(known, injection)
  if (present === undefined) return []
  if (visit < present.visit)
    return [found('stale', message, `visit ${present.visit} was known ${since} ms before`)]
  const isOff = present.state === 'cancelled' || present.state === 'missed'
  const isNotice = step === 'V2' || step === 'V3'
  return isOff && !isNotice && !isChanging
    ? [found('stale', message, `${present.state} was known ${since} ms before`)]
    : []
}

const injectionOf = ({ patient }: Fact, number: number): Injection | undefined =>
  patient.courses[0]?.injections.find((one) => one.number === number)

/** Not before its day and hour, not after its life, and naming the right day. */
function judgePlace({ clinic }: Story, facts: readonly Fact[], message: Message): readonly Finding[] {
  const { step, injection, visit } = nameOf(message.textId)
  const times = facts.flatMap((fact) => {
    const one = injectionOf(fact, injection)
    return one?.visit === visit ? [one.at] : []
  })
  if (times.length === 0) return []
  if (
    NAMES_THE_VISIT.has(step) &&
    !times.some((at) => spoken(at).every((word) => message.body.includes(word)))
  )
    return [found('misplaced', message, `does not name ${times.join(' or ')}`)]
  const rows = PAGE.filter(({ key }) => key === step)
  const zones = [...new Set(facts.map(({ patient }) => patient.zone))]
  const windows = rows.flatMap((row) =>
    times.flatMap((at) => zones.map((zone) => windowOf({ at, clinicZone: clinic.zone }, zone, row))),
  )
  const fits = windows.some(
    ({ from, until }) => message.acceptedAt >= from - SKEW && message.acceptedAt < until + SKEW,
  )
  return fits || windows.length === 0
    ? []
    : [
        found(
          'misplaced',
          message,
          `outside its time: went at ${wall(zones[0] ?? 'UTC', message.acceptedAt)}`,
        ),
      ]
}

const found = (charge: Finding['charge'], { patientId, textId, sid }: Message, why: string): Finding => ({
  charge,
  patient: patientId,
  text: textId,
  why: `${sid}: ${why}`,
})
