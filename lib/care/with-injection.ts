import type { Injection, Patient } from '../patient/patient.ts'

/** The patient with one injection of a course added or changed, in order of number. */
export function withInjection(patient: Patient, course: number, injection: Injection): Patient {
  const courses = patient.courses.map((one) => {
    if (one.number !== course) return one
    const others = one.injections.filter(({ number }) => number !== injection.number)
    return { ...one, injections: [...others, injection].sort((a, b) => a.number - b.number) }
  })
  return { ...patient, courses }
}
