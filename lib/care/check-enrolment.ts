import type { Clinic } from '../patient/clinic.ts'
import type { PatientId, PhoneNumber } from '../patient/identifiers.ts'
import type { OptOut, Patient } from '../patient/patient.ts'
import { localAt } from '../time/zone.ts'
import { isAnswerWord } from '../triage/keywords.ts'
import type { Problem } from './outcome.ts'
import { type ReadCourse, readCourse } from './read-enrolment.ts'
import type { EnrolRequest } from './requests.ts'
import type { Services } from './services.ts'

/** Whose number it is to be: the patient, once known, and the label that tells her apart. */
interface Owner {
  readonly id: PatientId | undefined
  readonly label: string | undefined
  /** What others are about to be labelled, by reference. */
  readonly labels?: Labels
}

export type Labels = ReadonlyMap<string, string>

/** The course of a new enrolment, or everything that stands against it: its visits, a STOP, a shared number. */
export async function checkEnrolment(
  services: Services,
  clinic: Clinic,
  request: EnrolRequest,
  mobile: PhoneNumber,
  owner: Owner,
): Promise<
  | { readonly kind: 'read'; readonly value: ReadCourse }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] }
> {
  const course = readCourse(clinic, request, services.clock.now())
  const known = await services.phones.known(mobile)
  const problems = [
    ...(await problemsWithConsent(services, clinic, request)),
    ...problemsWith(clinic, mobile, known.optOut),
    ...(await problemsWithSharing(services, clinic, mobile, owner, known.patients)),
    ...(course.kind === 'wrong' ? course.problems : []),
  ]
  return course.kind === 'wrong' || problems.length > 0 ? { kind: 'wrong', problems } : course
}

/** Consent cannot have been given tomorrow. */
async function problemsWithConsent(
  services: Services,
  clinic: Clinic,
  { consent }: EnrolRequest,
): Promise<readonly Problem[]> {
  const today = localAt(clinic.zone, services.clock.now()).date
  if (consent.given <= today) return []
  return [{ path: 'consent.given', message: `${consent.given} is in the future: today is ${today}` }]
}

/** A number that said STOP is not texted again, by anyone, until it says START; the clinic's own are no patient's. */
export async function problemsWithNumber(
  services: Services,
  clinic: Clinic,
  mobile: PhoneNumber,
): Promise<readonly Problem[]> {
  return problemsWith(clinic, mobile, await services.phones.optOut(mobile))
}

function problemsWith(clinic: Clinic, mobile: PhoneNumber, optOut: OptOut | undefined): readonly Problem[] {
  if (mobile === clinic.sender)
    return [{ path: 'mobile', message: 'is the number this clinic texts from: give the patient’s own' }]
  // Alerts would tell her of others, and her "ok 7" would take them on.
  if (mobile === clinic.onCall.A || mobile === clinic.onCall.B)
    return [
      {
        path: 'mobile',
        message:
          'is a number that is on call for this clinic, to which alerts about patients go: give the patient’s own',
      },
    ]
  if (optOut === undefined) return []
  return [
    { path: 'mobile', message: 'has opted out of texts: only a START from that phone turns them on again' },
  ]
}

/** "stop texting me" must not be read as the patient Stop saying "texting me". */
function problemsWithLabel(label: string | undefined): readonly Problem[] {
  if (label === undefined || !isAnswerWord(label)) return []
  return [{ path: 'label', message: `"${label}" is an answer of its own: give a name or initials` }]
}

/** Patients of one clinic may share a phone if labels tell them apart. */
export async function problemsWithSharing(
  services: Services,
  clinic: Clinic,
  mobile: PhoneNumber,
  who: Owner,
  linked?: readonly PatientId[],
): Promise<readonly Problem[]> {
  const misread = problemsWithLabel(who.label)
  if (misread.length > 0) return misread
  const ids = linked ?? (await services.phones.patients(mobile))
  const others = await Promise.all(ids.filter((id) => id !== who.id).map((id) => services.patients.read(id)))
  const sharing = others.flatMap((other) =>
    other !== undefined && shares(other, clinic, mobile) ? [other] : [],
  )
  const labelOf = (other: Patient) => who.labels?.get(other.reference) ?? other.label
  const bare = sharing.filter((other) => labelOf(other) === undefined).map(({ reference }) => reference)
  if (sharing.length > 0 && (who.label === undefined || bare.length > 0)) {
    const mend = bare.length === 0 ? '' : `; give ${bare.join(', ')} one first`
    return [
      {
        path: 'label',
        message: `is needed: this number is shared with another patient, so both need a label${mend}`,
      },
    ]
  }
  const taken = sharing.some((other) => labelOf(other)?.toLowerCase() === who.label?.toLowerCase())
  return taken
    ? [{ path: 'label', message: 'is used by another patient on the same number: give a different one' }]
    : []
}

/** Patients of other clinics on the number are none of this clinic's business. */
const shares = (other: Patient, clinic: Clinic, mobile: PhoneNumber): boolean =>
  other.clinicId === clinic.id && other.mobile === mobile && other.standing !== 'withdrawn'
