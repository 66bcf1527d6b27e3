import { patientId } from '../../../lib/patient/identifiers.ts'
import type { Patient } from '../../../lib/patient/patient.ts'
import { computePlan } from '../../../lib/plan/compute-plan.ts'
import { dueNow } from '../../../lib/plan/due-now.ts'
import { SECOND } from '../../../lib/time/instant.ts'
import { addDays, dateOf, joinDateTime, minuteOf } from '../../../lib/time/local-date.ts'
import { ANN, ENROLLED } from '../../../tests/fixtures/ann.ts'
import { HARBOUR } from '../../../tests/fixtures/harbour.ts'
import { processorTime, ratios, spread } from './figures.ts'
import type { Row } from './row.ts'

const ROUNDS = 7
const COURSES = 1500
const LEAST = 3000

/** Plans of whole courses, none of which has been seen before. */
export async function planSpeedRow(): Promise<Row> {
  const plans: number[] = []
  const yardstick: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const patients = Array.from({ length: COURSES }, (_, number) => stranger(round, number))
    const took = await processorTime(() => {
      for (const patient of patients) dueNow(computePlan(patient, HARBOUR), patient, HARBOUR, ENROLLED)
    })
    const copied = await processorTime(() => patients.map((patient) => JSON.parse(JSON.stringify(patient))))
    // The first round warms up.
    if (round > 0) plans.push((COURSES * SECOND) / took)
    if (round > 0) yardstick.push((COURSES * SECOND) / copied)
  }
  const courses = spread('courses', 'a second and core', plans)
  return {
    name: 'plan',
    measured: `computePlan and dueNow for courses of three injections that nobody has planned before, ${COURSES} a round, ${ROUNDS} rounds`,
    figures: [
      courses,
      spread('courses', 'times writing and reading the patient as JSON', ratios(plans, yardstick)),
    ],
    limit: `at least ${LEAST} courses a second and core`,
    passes: courses.value >= LEAST,
  }
}

/** Ann under another name, her visits on other days. */
function stranger(round: number, number: number): Patient {
  const courses = ANN.courses.map((course) => ({
    ...course,
    injections: course.injections.map((injection) => ({
      ...injection,
      at: joinDateTime(addDays(dateOf(injection.at), number % 300), minuteOf(injection.at)),
    })),
  }))
  return { ...ANN, id: patientId(`p-${round}-${number}`), courses }
}
