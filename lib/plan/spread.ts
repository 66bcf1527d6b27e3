import type { PatientId } from '../patient/identifiers.ts'

/**
 * Minutes 0..`minutes`-1 by which a patient's clock times are shifted, always the same for one patient: FNV-1a of the
 * id (Fowler, Noll, Vo), so that a clinic's 10:00 is not one burst and the preview can show the minute.
 */
export function spreadOf(patient: PatientId, minutes: number): number {
  if (minutes <= 1) return 0
  let hash = 0x811c9dc5
  for (const character of patient) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0) % minutes
}
