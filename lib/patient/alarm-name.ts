import { isPatientId, type PatientId } from './identifiers.ts'

const STAGE = /^[A-Za-z0-9]{1,16}$/

/**
 * What the names of all alarms of a stage begin with. A stage has no hyphen, so that no stage's alarms are counted as
 * another's, and at most 16 characters, so that the longest patient id fits a vendor's 64.
 * @throws RangeError naming the stage when it is not of that form
 */
export function alarmPrefix(stage: string): string {
  if (!STAGE.test(stage)) throw new RangeError(`stage "${stage}": expected 1 to 16 letters or digits`)
  return `alarm-${stage}-`
}

/** Opaque: a stage and a random id, because anyone who may list alarms can read their names. */
export const alarmName = (stage: string, id: PatientId): string => `${alarmPrefix(stage)}${id}`

/** Whose alarm it is; undefined when the name is not of this stage's alarms. */
export function patientOfAlarm(stage: string, name: string): PatientId | undefined {
  const prefix = alarmPrefix(stage)
  const id = name.slice(prefix.length)
  return name.startsWith(prefix) && isPatientId(id) ? id : undefined
}
