import * as z from 'zod/mini'
import { CLINIC, PROTOCOL, person } from './clinic-answers.ts'
import { CHANGED, DIFFERENCE, PATIENT, SUMMARY, TEXT } from './patient-answers.ts'
import { CHANGE, EVIDENCE, REPLY } from './record-answers.ts'
import { PROBLEM } from './shapes.ts'
import { ESCALATION, TASK } from './worklist-answers.ts'

/** Schemas that stand once in the document, under these names, however often they are part of an answer. */
const NAMED = {
  Problem: PROBLEM,
  Patient: PATIENT,
  PatientSummary: SUMMARY,
  Person: person,
  Text: TEXT,
  Changed: CHANGED,
  Difference: DIFFERENCE,
  Escalation: ESCALATION,
  Task: TASK,
  Reply: REPLY,
  Change: CHANGE,
  Evidence: EVIDENCE,
  Clinic: CLINIC,
  Protocol: PROTOCOL,
}

export function nameSchemas(): void {
  for (const [id, schema] of Object.entries(NAMED)) z.globalRegistry.add(schema, { id })
}
