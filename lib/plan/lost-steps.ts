import type { Clinic } from '../patient/clinic.ts'
import type { Injection, Patient } from '../patient/patient.ts'
import type { Rank, Step } from '../protocol/protocol.ts'
import { computePlan } from './compute-plan.ts'
import { claimableAt } from './due-now.ts'
import { protocolInForce } from './protocol-in-force.ts'

/** Reminders, warning signs, first guidance and medicines; pain checks, nudges and the rest may be crowded out. */
const NEEDED_RANKS: readonly Rank[] = ['fixed', 'R', 'F1', 'N']

export interface LostStep {
  readonly step: Step
  /** Absent for what belongs to no visit. */
  readonly injection?: Injection
}

/**
 * Steps a sample patient must not miss and would, with a clinic's settings: never planned, crowded out, or with a life
 * that ends before she may be texted. A step that a setting switches off, or another step makes needless, is not missed.
 */
export function lostSteps(sample: Patient, clinic: Clinic): readonly LostStep[] {
  const plan = computePlan(sample, clinic)
  const goes = (id: string): boolean =>
    plan.some(
      (text) =>
        text.id === id &&
        text.skip === undefined &&
        claimableAt(text, sample, clinic, text.due) !== undefined,
    )
  const needed = protocolInForce(sample).steps.filter(isNeeded)
  const ofVisits = sample.courses.flatMap(({ number, injections }) =>
    injections.flatMap((injection) =>
      needed
        .filter((step) => (step.on === 'booked' || step.on === 'given') && isFor(step, injection))
        .filter((step) => !goes(`${step.key}@${number}.${injection.number}.${injection.visit}`))
        .map((step) => ({ step, injection })),
    ),
  )
  const ofFlags = sample.escalations.flatMap(({ seq }) =>
    needed
      .filter((step) => step.on === 'flagged' || step.on === 'unreached')
      .filter((step) => !goes(`${step.key}@0.0.${seq}`))
      .map((step) => ({ step })),
  )
  return [...ofVisits, ...ofFlags]
}

const isNeeded = ({ rank, setting, before }: Step): boolean =>
  NEEDED_RANKS.includes(rank) && setting === undefined && before === undefined

const isFor = ({ which }: Step, { number }: Injection): boolean =>
  which === undefined || which.some((one) => one === number)
