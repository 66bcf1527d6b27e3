import type { Clinic } from '../../patient/clinic.ts'
import type { PatientId } from '../../patient/identifiers.ts'
import type { Enrolment, Patient } from '../../patient/patient.ts'
import { changePatient } from '../change-patient.ts'
import type { Changed } from '../changed.ts'
import { checkEnrolment, type Labels } from '../check-enrolment.ts'
import { enrol, withFirstCourse } from '../enrol.ts'
import { blankPatient } from '../new-course.ts'
import type { Outcome, Problem } from '../outcome.ts'
import { normalised } from '../read-enrolment.ts'
import type { EnrolRequest } from '../requests.ts'
import type { Services } from '../services.ts'
import { contactDifference } from './contact-difference.ts'
import { newPatientWords } from './new-patient.ts'
import { changeVisits, type VisitDifference, visitDifference } from './visit-difference.ts'

/** new: enrolled. moved: a visit's date changed. changed: anything else. In a dry run: what would become of her. */
export type ImportOutcome = 'new' | 'moved' | 'changed' | 'unchanged' | 'refused'

export interface ImportedPatient {
  readonly outcome: ImportOutcome
  /** Absent when she is not there, or not yet. */
  readonly id?: PatientId
  /** Each difference in words; of a new patient, all there is. */
  readonly changes: readonly string[]
  readonly problems: readonly Problem[]
  readonly warnings: readonly string[]
}

const NOTHING = { changes: [], problems: [], warnings: [] }

export interface Options {
  readonly dryRun: boolean
  /** Of patients earlier in the file, by reference: a dry run has not given them theirs. */
  readonly labels?: Labels
}

/** Enrols a patient of the file, or brings the one there is in line with it. What the file is silent about stays. */
export async function importPatient(
  services: Services,
  clinic: Clinic,
  request: EnrolRequest,
  options: Options,
): Promise<ImportedPatient> {
  const wanted = normalised(clinic, request)
  if (wanted.kind === 'wrong') return { ...NOTHING, outcome: 'refused', problems: wanted.problems }
  const id = await services.clinics.patientOfReference(clinic.id, request.reference)
  const patient = id && (await services.patients.read(id))
  return patient === undefined
    ? enrolFromFile(services, clinic, request, wanted.value, options)
    : bringInLine(services, clinic, patient, request, wanted.value, options)
}

async function enrolFromFile(
  services: Services,
  clinic: Clinic,
  request: EnrolRequest,
  wanted: Enrolment,
  { dryRun, labels }: Options,
): Promise<ImportedPatient> {
  const changes = newPatientWords(clinic, wanted)
  if (dryRun) {
    const owner = { id: undefined, label: wanted.label, ...(labels && { labels }) }
    const checked = await checkEnrolment(services, clinic, request, wanted.mobile, owner)
    if (checked.kind === 'wrong') return { ...NOTHING, outcome: 'refused', problems: checked.problems }
    const now = services.clock.now()
    const blank = blankPatient(services.identities.patient(), clinic, request.reference, wanted, now)
    const { warnings } = withFirstCourse(blank, clinic, checked.value, now)
    return { ...NOTHING, outcome: 'new', changes, warnings }
  }
  const enrolled = await enrol(services, clinic, request, { wakes: false })
  if (enrolled.kind !== 'done') return { ...NOTHING, outcome: 'refused', problems: problemsOf(enrolled) }
  const { created, patient, warnings } = enrolled.value
  return created
    ? { ...NOTHING, outcome: 'new', id: patient.id, changes, warnings }
    : { ...NOTHING, outcome: 'unchanged', id: patient.id, warnings }
}

async function bringInLine(
  services: Services,
  clinic: Clinic,
  patient: Patient,
  request: EnrolRequest,
  wanted: Enrolment,
  options: Options,
): Promise<ImportedPatient> {
  const { id } = patient
  const contact = contactDifference(patient, request, wanted)
  const visits = visitDifference({ patient, clinic }, request)
  const changes = [...contact.words, ...visits.words]
  const warnings = consentWarning(patient, request)
  if (changes.length === 0) return { ...NOTHING, outcome: 'unchanged', id, warnings }
  if (visits.refusal !== undefined)
    return { ...NOTHING, outcome: 'refused', id, problems: [{ path: 'reference', message: visits.refusal }] }
  const outcomes: Outcome<Changed>[] = []
  if (contact.words.length > 0)
    outcomes.push(
      await changePatient(services, clinic, id, { ...contact.change, actor: request.actor }, options),
    )
  // A row is carried out as a whole or, as far as that is up to us, not at all.
  if (visits.words.length > 0 && outcomes.every(({ kind }) => kind === 'done'))
    outcomes.push(await changeVisits(services, clinic, id, visits, request.actor, options))
  const problems = outcomes.flatMap(problemsOf)
  if (problems.length > 0) return { ...NOTHING, outcome: 'refused', id, problems }
  const said = outcomes.flatMap((outcome) => (outcome.kind === 'done' ? outcome.value.warnings : []))
  return {
    ...{ outcome: movesDate(visits) ? 'moved' : 'changed', id, changes },
    ...{ problems: [], warnings: [...warnings, ...said] },
  }
}

const movesDate = ({ changes }: VisitDifference): boolean => changes.some(({ at }) => at !== undefined)

/** What a patient agreed to is not changed by a file. */
function consentWarning({ consent }: Patient, request: EnrolRequest): readonly string[] {
  const { given, method } = request.consent
  return consent === undefined || (consent.given === given && consent.method === method)
    ? []
    : [`the consent recorded for her is of ${consent.given}, ${consent.method}; it stays as it is`]
}

function problemsOf(outcome: Outcome<unknown>): readonly Problem[] {
  if (outcome.kind === 'done') return []
  return outcome.kind === 'not-found'
    ? [{ path: 'reference', message: 'this patient was removed a moment ago: import the file again' }]
    : outcome.problems
}
