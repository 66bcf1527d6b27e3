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
  const { mobile, timeZone, givenName, label, consent } = wanted
  return {
    id,
    clinicId: clinic.id,
    reference,
    mobile,
    mobileSince: now,
    zone: timeZone,
    ...(givenName !== undefined && { givenName }),
    ...(label !== undefined && { label }),
    consent,
    enrolment: wanted,
    fewerTexts: false,
    standing: 'active',
    courses: [],
    ledger: {},
    replies: [],
    pain: [],
    changes: [],
    tasks: [],
    escalations: [],
    version: 0,
  }
}

/** A patient enrolled anew: what the new enrolment says of her replaces the old, what happened before stays. */
export function renewed(patient: Patient, clinic: Clinic, wanted: Enrolment, now: Instant): Patient {
  const { courses, ledger, replies, pain, changes, tasks, alarm, today, version, mobile, mobileSince } =
    patient
  return {
    ...blankPatient(patient.id, clinic, patient.reference, wanted, now),
    ...{ courses, ledger, replies, pain, changes, tasks, version },
    ...(mobile === wanted.mobile && { mobileSince }),
    ...(alarm && { alarm }),
    ...(today && { today }),
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
