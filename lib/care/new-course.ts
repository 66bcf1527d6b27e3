import type { Clinic } from '../patient/clinic.ts'
import type { PatientId } from '../patient/identifiers.ts'
import type { Enrolment, Patient } from '../patient/patient.ts'
import { computePlan } from '../plan/compute-plan.ts'
import { runningCourses } from '../plan/patient-state.ts'
import type { Instant } from '../time/instant.ts'
import type { ReadCourse } from './read-enrolment.ts'

/** A patient before the first course: nothing of this is written without one. */
export function blankPatient(
  id: PatientId,
  clinic: Clinic,
  reference: string,
  wanted: Enrolment,
  now: Instant,
): Patient {
  return {
    id,
    clinicId: clinic.id,
    reference,
    ...contactOf(wanted),
    mobileSince: now,
    enrolment: wanted,
    fewerTexts: false,
    standing: 'active',
    courses: [],
    ledger: {},
    replies: [],
    pain: [],
    slips: [],
    changes: [],
    tasks: [],
    escalations: [],
    version: 0,
  }
}

function contactOf({ mobile, timeZone, givenName, label, consent }: Enrolment) {
  return {
    mobile,
    zone: timeZone,
    ...(givenName !== undefined && { givenName }),
    ...(label !== undefined && { label }),
    ...(consent && { consent }),
  }
}

/** A patient enrolled anew: what the new enrolment says of her replaces the old, what happened before stays. */
export function renewed(patient: Patient, wanted: Enrolment, now: Instant): Patient {
  const { optedOut: _, numberBad: __, givenName: ___, label: ____, ...kept } = patient
  return {
    ...kept,
    ...contactOf(wanted),
    mobileSince: patient.mobile === wanted.mobile ? patient.mobileSince : now,
    enrolment: wanted,
    fewerTexts: false,
    standing: 'active',
  }
}

/** Adds a course. She is welcomed when none was running. */
export function withNewCourse(patient: Patient, clinic: Clinic, course: ReadCourse, now: Instant): Patient {
  const isFirst = runningCourses(patient, computePlan(patient, clinic)).length === 0
  const added = {
    number: patient.courses.length + 1,
    ...course,
    startedAt: now,
    welcomes: isFirst ? [{ number: 1, at: now }] : [],
  }
  return { ...patient, courses: [...patient.courses, added] }
}
