import type { Clinic } from '../../patient/clinic.ts'
import type { PhoneNumber } from '../../patient/identifiers.ts'
import type { PatientState } from '../../patient/patient.ts'
import { computePlan } from '../../plan/compute-plan.ts'
import { type LostStep, lostSteps } from '../../plan/lost-steps.ts'
import { patientState } from '../../plan/patient-state.ts'
import { findProtocol, PROTOCOLS } from '../../protocol/released.ts'
import type { Instant } from '../../time/instant.ts'
import { readMobile } from '../mobile-number.ts'
import { patientsOn } from '../opt-out.ts'
import { done, type Outcome, type Problem } from '../outcome.ts'
import type { Asked } from '../requests.ts'
import type { Services } from '../services.ts'
import { effectOf, type SettingsEffect } from './effect.ts'
import { samplePatients } from './sample-patients.ts'

/**
 * What a clinic may change of itself. The rest is an operator's: its sender and who answers its keywords are set at the
 * carrier too, and in another zone every visit would be at another time.
 */
export type Settings = Omit<
  Clinic,
  'id' | 'zone' | 'country' | 'sender' | 'keywordAnswers' | 'changed' | 'onCall'
> & {
  /** As typed. */
  readonly onCall: { readonly A: string; readonly B?: string }
}

export interface SettingsChange {
  readonly clinic: Clinic
  readonly effect: SettingsEffect
}

/** Most lost steps a refusal names. */
const MOST_NAMED = 6

/**
 * Replaces a clinic's settings once they have been tried out on sample courses, or with `dryRun` only says what they
 * would change. Its patients are replanned by the next sweeps.
 */
export async function changeSettings(
  services: Services,
  before: Clinic,
  { actor, ...settings }: Settings & Asked,
  { dryRun }: { readonly dryRun: boolean },
): Promise<Outcome<SettingsChange>> {
  const now = services.clock.now()
  const onCall = readContacts(settings.onCall, before)
  const problems = [...onCall.problems, ...problemsWithHold(settings.hold)]
  if (onCall.value === undefined || problems.length > 0) return { kind: 'invalid', problems }
  const { id, zone, country, sender, keywordAnswers } = before
  const fixed = { id, zone, country, sender, keywordAnswers }
  const next: Clinic = { ...settings, ...fixed, onCall: onCall.value, changed: { at: now, by: actor } }
  const unsafe = [...problemsWithSettings(next, now), ...(await patientsOnCall(services, before, next))]
  if (unsafe.length > 0) return { kind: 'invalid', problems: unsafe }
  const effect = await effectOf(services, before, next)
  if (!dryRun && !(await save(services, before, next, now))) return CHANGED_MEANWHILE
  return done({ clinic: next, effect })
}

const CHANGED_MEANWHILE = {
  kind: 'conflict',
  problems: [
    { path: 'changed', message: 'somebody has changed the settings at this moment: read them again' },
  ],
} as const

/**
 * Asked for before and after: a stop in between leaves a replan too many, never one too few.
 * @returns whether nobody else was quicker
 */
async function save(
  { clinics, replans, log }: Services,
  before: Clinic,
  next: Clinic,
  now: Instant,
): Promise<boolean> {
  await replans.ask(next.id, now)
  const outcome = await clinics.saveClinic(next, before)
  if (outcome === 'sender-taken')
    throw new Error(`clinic ${next.id}: its own sender belongs to another clinic`)
  await replans.ask(next.id, now)
  if (outcome === 'saved') log.info('SETTINGS_CHANGED', { clinicId: next.id })
  return outcome === 'saved'
}

function readContacts(
  { A, B }: Settings['onCall'],
  { country }: Clinic,
): { readonly value?: Clinic['onCall']; readonly problems: readonly Problem[] } {
  const [a, b] = [readMobile(A, country), B === undefined ? undefined : readMobile(B, country)]
  const problems = [
    ...(a.kind === 'refused' ? [{ path: 'onCall.A', message: a.message }] : []),
    ...(b?.kind === 'refused' ? [{ path: 'onCall.B', message: b.message }] : []),
  ]
  if (a.kind === 'refused' || b?.kind === 'refused') return { problems }
  return { value: { A: a.number, ...(b && { B: b.number }) }, problems }
}

function problemsWithHold(hold: Settings['hold']): readonly Problem[] {
  const known = PROTOCOLS.map(({ id }) => id).join(', ')
  return (hold?.protocols ?? []).flatMap((id, index) =>
    findProtocol(id) === undefined
      ? [{ path: `hold.protocols[${index}]`, message: `"${id}" is not released: expected one of ${known}` }]
      : [],
  )
}

/** What would leave a patient without a text she needs, or a red flag without a person. */
export const problemsWithSettings = (clinic: Clinic, now: Instant): readonly Problem[] => [
  ...problemsWithContacts(clinic),
  ...problemsWithPlan(clinic, now),
]

const problemsWithContacts = (clinic: Clinic): readonly Problem[] =>
  Object.entries(clinic.onCall).flatMap(([contact, mobile]) => {
    const message = whyNoContact(clinic, mobile)
    return message === undefined ? [] : [{ path: `onCall.${contact}`, message }]
  })

/** A landline gets no alert, and one from the sender to itself reaches nobody. */
function whyNoContact({ sender, country }: Clinic, mobile: PhoneNumber): string | undefined {
  if (mobile === sender) return 'is the number this clinic texts from: give one that a person answers'
  const reading = readMobile(mobile, country)
  return reading.kind === 'refused' ? reading.message : undefined
}

/** States in which a patient is texted, or may be again. */
const IN_CARE: readonly PatientState[] = ['active', 'paused', 'stopped']

/** Alerts would tell a patient of others, and her "ok 7" would take them on. Who is on call already is not asked about again. */
async function patientsOnCall(services: Services, before: Clinic, next: Clinic): Promise<readonly Problem[]> {
  const known: readonly PhoneNumber[] = Object.values(before.onCall)
  const fresh = Object.entries(next.onCall).filter(([, mobile]) => !known.includes(mobile))
  const problems = fresh.map(async ([contact, mobile]): Promise<readonly Problem[]> => {
    const inCare = (await patientsOn(services, mobile)).find(
      (patient) =>
        patient.clinicId === next.id && IN_CARE.includes(patientState(patient, computePlan(patient, next))),
    )
    if (inCare === undefined) return []
    const message = `is the mobile of patient ${inCare.reference}: give one that belongs to staff`
    return [{ path: `onCall.${contact}`, message }]
  })
  return (await Promise.all(problems)).flat()
}

/** Each step that a sample patient would lose, once. */
function problemsWithPlan(clinic: Clinic, now: Instant): readonly Problem[] {
  const lost = samplePatients(clinic, now).flatMap((sample) => lostSteps(sample, clinic))
  const first = new Map(lost.toReversed().map((one) => [one.step.key, one]))
  return [...first.values()].slice(0, MOST_NAMED).map((one) => ({ path: '', message: words(one) }))
}

function words({ step: { key, kind }, injection }: LostStep): string {
  const when = injection === undefined ? 'a red flag' : `injection ${injection.number} at ${injection.at}`
  return `with these settings ${key} (${kind}) of ${when} would never go: give longer texting hours, a longer gap or less spread`
}
