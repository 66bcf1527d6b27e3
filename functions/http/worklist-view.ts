import { wordsBehind } from '../../lib/care/words-behind.ts'
import {
  type Alerted,
  type AlertReport,
  type Escalation,
  type Settlement,
  whyPhone,
} from '../../lib/patient/escalation.ts'
import type { Patient, Task } from '../../lib/patient/patient.ts'
import { type Instant, MINUTE } from '../../lib/time/instant.ts'
import { isoOf } from '../../lib/time/zone.ts'

/** An escalation on the clinic's work list: her words, how long she has waited, who was alerted and by which routes. */
export function escalationView(
  patient: Pick<Patient, 'id'> & Partial<Patient>,
  escalation: Escalation,
  now: Instant,
) {
  const { seq, tier, at, words, number, alerted, reports = [], acknowledged, resolved } = escalation
  const untold = whyPhone(escalation)
  return {
    id: `${patient.id}.${seq}`,
    patient: personView(patient),
    ...(tier !== undefined && { tier }),
    at: isoOf(at),
    words,
    minutesWaiting: minutesBetween(at, acknowledged?.at ?? now),
    ...(number !== undefined && { alert: number }),
    alerted: alerted.map((one, rung) =>
      alertedView(
        one,
        reports.filter((report) => report.rung === rung),
      ),
    ),
    ...(untold && { untold }),
    ...(acknowledged && { acknowledged: settlementView(acknowledged) }),
    ...(resolved && { resolved: settlementView(resolved) }),
  }
}

/** `texts`: the carrier's last word on each text that went; none of it yet, or by no text: absent. */
function alertedView({ at, to, byText, byEmail }: Alerted, reports: readonly AlertReport[]) {
  const texts = to.flatMap((contact) => {
    const hers = reports.filter((report) => report.to === contact)
    // That it arrived is the last word: a rung climbed twice after a crash has two texts.
    const last = hers.find(({ state }) => state === 'delivered') ?? hers[0]
    return last === undefined ? [] : [reportView(last)]
  })
  return { at: isoOf(at), to, byText, byEmail, ...(texts.length > 0 && { texts }) }
}

const reportView = ({ to, state, at, code }: AlertReport) => ({
  to,
  state,
  at: isoOf(at),
  ...(code !== undefined && { code }),
})

export function taskView(patient: Pick<Patient, 'id'> & Partial<Patient>, task: Task, now: Instant) {
  const { seq, kind, at, dueBy, about, arrivedAt, textsAgainAt, urgent, acknowledged, resolved } = task
  return {
    id: `${patient.id}.${seq}`,
    patient: personView(patient),
    kind,
    at: isoOf(at),
    ...(dueBy !== undefined && { dueBy: isoOf(dueBy), overdue: resolved === undefined && now > dueBy }),
    ...(about !== undefined && { about }),
    ...(arrivedAt !== undefined && { arrivedAt: isoOf(arrivedAt) }),
    ...(textsAgainAt !== undefined && { textsAgainAt: isoOf(textsAgainAt) }),
    ...(urgent && { urgent }),
    ...(patient.replies && wordsBehind({ replies: patient.replies }, task)),
    ...(acknowledged && { acknowledged: settlementView(acknowledged) }),
    ...(resolved && { resolved: settlementView(resolved) }),
  }
}

const personView = ({ id, reference, mobile }: Pick<Patient, 'id'> & Partial<Patient>) => ({
  id,
  ...(reference !== undefined && { reference }),
  ...(mobile !== undefined && { mobile }),
})

const minutesBetween = (from: Instant, to: Instant): number => Math.max(0, Math.floor((to - from) / MINUTE))

const settlementView = ({ at, by, outcome }: Settlement) => ({
  at: isoOf(at),
  by,
  ...(outcome !== undefined && { outcome }),
})
