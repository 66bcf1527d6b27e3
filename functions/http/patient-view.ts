import type { Clinic } from '../../lib/patient/clinic.ts'
import type { Course, PainScore, Patient, Reply } from '../../lib/patient/patient.ts'
import { adherenceSheet, type InjectionSheet } from '../../lib/plan/adherence.ts'
import { computePlan } from '../../lib/plan/compute-plan.ts'
import { patientState } from '../../lib/plan/patient-state.ts'
import { injectionsOf } from '../../lib/plan/proposed.ts'
import type { Instant } from '../../lib/time/instant.ts'
import { isoOf } from '../../lib/time/zone.ts'
import { escalationView, taskView } from './worklist-view.ts'

/** A patient as her clinic sees her. Visits are on the clinic's clock; what happened is in UTC. */
export function patientView(patient: Patient, clinic: Clinic, now: Instant) {
  const { id, reference, mobile, zone, givenName, label, fewerTexts, consent, numberBad } = patient
  return {
    id,
    reference,
    state: patientState(patient, computePlan(patient, clinic)),
    mobile,
    ...(numberBad && { numberBad: numberBadView(numberBad) }),
    timeZone: zone,
    ...(givenName === undefined ? {} : { givenName }),
    ...(label === undefined ? {} : { label }),
    belt: patient.courses.at(-1)?.belt ?? clinic.protocolSettings.belt,
    fewerTexts,
    ...(consent === undefined ? {} : { consent }),
    courses: patient.courses.map((course) => courseView(course, clinic)),
    pain: patient.pain.map(painView),
    sheet: adherenceSheet(patient).map(sheetView),
    slips: patient.slips.map(({ at, ingredient }) => ({ at: isoOf(at), ingredient })),
    escalations: patient.escalations.map((escalation) => escalationView(patient, escalation, now)),
    tasks: patient.tasks.map((task) => taskView(patient, task, now)),
    ...(patient.replies.length === 0 ? {} : { replies: patient.replies.map(replyView) }),
  }
}

const numberBadView = ({ at, code }: NonNullable<Patient['numberBad']>) => ({
  at: isoOf(at),
  ...(code === undefined ? {} : { code }),
})

const courseView = (course: Course, clinic: Clinic) => ({
  course: course.number,
  protocol: course.protocol,
  belt: course.belt,
  ...(course.endedAt === undefined ? {} : { endedAt: isoOf(course.endedAt) }),
  injections: injectionsOf(course, clinic).map(({ number, state, at, date, visit }) => ({
    injection: number,
    state,
    // A proposed injection has a day and no time yet.
    ...(at === undefined ? { date } : { at }),
    ...(visit === undefined ? {} : { visit }),
  })),
})

const painView = ({ at, value, asked }: PainScore) => ({
  at: isoOf(at),
  value,
  ...(asked === undefined ? {} : { asked }),
})

const sheetView = ({ scores, ...sheet }: InjectionSheet) => ({
  ...sheet,
  scores: scores.map(({ step, value, at }) => ({ step, value, at: isoOf(at) })),
})

const replyView = ({ at, text, intent, value, asked, answer }: Reply) => ({
  at: isoOf(at),
  text,
  intent,
  ...(value === undefined ? {} : { value }),
  ...(asked === undefined ? {} : { asked }),
  ...(answer === undefined ? {} : { answer: answer.body }),
})
