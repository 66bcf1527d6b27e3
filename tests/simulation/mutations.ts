import type { Services } from '../../lib/care/services.ts'
import { isTextId } from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import type { SendOutcome } from '../../lib/ports/texting.ts'
import { after, HOUR } from '../../lib/time/instant.ts'
import type { Experiment } from './simulate-world.ts'

type Sabotage = Pick<Experiment, 'break' | 'withoutSweep'>

/**
 * Ways to break the product by hand, each the mistake of some real reminder service. Every one of them must turn the
 * simulation red: a judge who finds nothing wrong with these is no judge.
 */
export const MUTATIONS: Readonly<Record<string, Sabotage>> = {
  'drops the condition of a claim': { break: (services) => withUnconditional(services, claimsSomething) },
  'ignores the version in every write': { break: (services) => withUnconditional(services, () => true) },
  'sends before it claims': { break: sendingFirst },
  'never sweeps': { withoutSweep: true },
  'compares local times with UTC': { break: onLocalTime },
}

/** The document claims a text for an attempt that the stored one knows nothing of. */
const claimsSomething = ({ ledger }: Patient, present: Patient): boolean =>
  Object.entries(ledger).some(([id, { state, attempts }]) => {
    const known = isTextId(id) ? (present.ledger[id]?.attempts ?? []) : []
    return state === 'sending' && !known.some((attempt) => attempt.id === attempts.at(-1)?.id)
  })

/** A put without its condition wins always, whoever wrote meanwhile. */
function withUnconditional(
  services: Services,
  when: (patient: Patient, present: Patient) => boolean,
): Services {
  const { patients } = services
  return {
    ...services,
    patients: {
      ...keeping(patients),
      async write(patient, summary, expected) {
        const present = await patients.read(patient.id)
        if (present === undefined || !when(patient, present))
          return patients.write(patient, summary, expected)
        return patients.write({ ...patient, version: present.version + 1 }, summary, present.version)
      },
    },
  }
}

/** The text goes first, and the claim is written once it has gone. */
function sendingFirst(services: Services): Services {
  const { patients, texting } = services
  const sent = new Map<string, SendOutcome>()
  return {
    ...services,
    patients: {
      ...keeping(patients),
      async write(patient, summary, expected) {
        for (const [id, { state, claim, attempts }] of Object.entries(patient.ledger)) {
          const attempt = attempts.at(-1)
          if (
            state !== 'sending' ||
            claim === undefined ||
            attempt === undefined ||
            !isTextId(id) ||
            sent.has(attempt.id)
          )
            continue
          const clinic = await services.clinics.clinic(patient.clinicId)
          if (clinic === undefined) continue
          const { body, to } = claim
          const text = {
            from: clinic.sender,
            to,
            body,
            validitySeconds: 600,
            patientId: patient.id,
            textId: id,
            attemptId: attempt.id,
          }
          sent.set(attempt.id, await texting.send(text, 8000))
        }
        return patients.write(patient, summary, expected)
      },
    },
    texting: {
      ...texting,
      send: async (text, timeoutMs) => sent.get(text.attemptId) ?? texting.send(text, timeoutMs),
    },
  }
}

/** Takes the wall clock for UTC, as a service does whose dates have lost their zone on the way. */
function onLocalTime(services: Services): Services {
  const { clock } = services
  return { ...services, clock: { ...clock, now: () => after(clock.now(), 10 * HOUR) } }
}

/** All of a port's methods, bound: ports may be proxies, of which a spread copies nothing. */
function keeping(port: Services['patients']): Services['patients'] {
  return {
    read: (id) => port.read(id),
    readMany: (ids) => port.readMany(ids),
    readWithClinic: (id, clinic) => port.readWithClinic(id, clinic),
    write: (patient, summary, expected) => port.write(patient, summary, expected),
    remove: (id, expected) => port.remove(id, expected),
    list: (clinic, options) => port.list(clinic, options),
    overdue: (until, limit, last) => port.overdue(until, limit, last),
    flaggedOverdue: (until, limit) => port.flaggedOverdue(until, limit),
  }
}
