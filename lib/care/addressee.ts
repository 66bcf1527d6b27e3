import type { Patient } from '../patient/patient.ts'

/**
 * Whose reply it is. On a shared phone a reply starts with the patient's label, which is not part of what is said;
 * without one nobody can tell.
 */
export function addressee(
  patients: readonly Patient[],
  body: string,
): { readonly patient: Patient | undefined; readonly body: string } {
  const [only, ...others] = patients
  if (only !== undefined && others.length === 0) return { patient: only, body }
  for (const patient of patients) {
    const rest = patient.label === undefined ? undefined : withoutLabel(body, patient.label)
    if (rest !== undefined) return { patient, body: rest }
  }
  return { patient: undefined, body }
}

function withoutLabel(body: string, label: string): string | undefined {
  const text = body.trimStart()
  if (!text.toLowerCase().startsWith(label.toLowerCase())) return undefined
  const rest = text.slice(label.length)
  return /^[\s:,.-]/.test(rest) ? rest.replace(/^[\s:,.-]+/, '') : undefined
}
