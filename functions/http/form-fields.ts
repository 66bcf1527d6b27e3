import type { FormFields } from './api-event.ts'

/** Every field of a form body, untrimmed: Twilio signs blanks and repeated names too. */
export function formFields(body: string): FormFields {
  const values = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(body))
    values.set(name, [...(values.get(name) ?? []), value])
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? all.join() : all]))
}

/** The first value of a field; empty when it was not sent. */
export function fieldOf(fields: FormFields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}
