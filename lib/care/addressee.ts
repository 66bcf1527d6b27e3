import type { Patient } from '../patient/patient.ts'

/**
 * Whose reply it is. On a shared phone a reply starts with the patient's label, which is not part of what is said;
 * without one nobody can tell.
 */
export function addressee(
  patients: readonly Patient[],
  body: string,
): { readonly patient: Patient | undefined; readonly body: string } {
  // "Jo Ann 7" is not Jo's: of labels that fit, the longest counts.
  const longestFirst = [...patients].sort((a, b) => (b.label?.length ?? 0) - (a.label?.length ?? 0))
  for (const patient of longestFirst) {
    const rest = patient.label === undefined ? undefined : withoutLabel(body, patient.label)
    if (rest !== undefined) return { patient, body: rest }
  }
  return { patient: patients.length === 1 ? patients[0] : undefined, body }
}

function withoutLabel(body: string, label: string): string | undefined {
  const text = body.trimStart()
  if (!text.toLowerCase().startsWith(label.toLowerCase())) return undefined
  const rest = text.slice(label.length)
  return /^[\s:,.-]/.test(rest) ? rest.replace(/^[\s:,.-]+/, '') : undefined
}
