import type * as z from 'zod/mini'
import type { CallOf } from '../api/actions.ts'
import type { ApiFunction } from '../handlers/api.ts'
import {
  CLINIC,
  HEALTH,
  PREVIEW,
  PROTOCOL,
  PROTOCOL_SUMMARY,
  SETTINGS_CHANGE,
  VISITS_MOVED,
} from './clinic-answers.ts'
import { CSV_FILE, ENROLMENT, EXAMPLE, SETTINGS } from './examples.ts'
import { OPS } from './ops-answer.ts'
import { CHANGED, CHANGED_OR_DIFFERENCE, ERASURE, PATIENT, SUMMARY, TEXT } from './patient-answers.ts'
import { CHANGE, EVIDENCE, EXPORT, IMPORTED, REPLY } from './record-answers.ts'
import { everything, page } from './shapes.ts'
import { TODAY } from './today-answer.ts'
import { ESCALATION, TASK } from './worklist-answers.ts'

export type Group = 'Patients' | 'Visits' | 'Records' | 'Import' | 'Work list' | 'Clinic' | 'Service'

/** What the documentation says of a call beyond its route and what it accepts. */
export interface Operation {
  readonly group: Group
  readonly does: string
  readonly more?: string
  /** 200 by default. */
  readonly status?: 201 | 202
  readonly answer: z.ZodMiniType | { readonly type: 'text/csv' }
  /** A call a reader can copy. */
  readonly example?: { readonly query?: string; readonly body?: unknown }
  /** Answers 409 with the difference. */
  readonly conflicts?: true
}

const actor = { actor: EXAMPLE.actor }

/** A call that the clinic API answers and that is not described here, or the other way round, does not compile. */
const ITEM_ID = 'With the `id` of the list; 404 for a patient who has raised none yet.'

export const OPERATIONS: Readonly<Record<CallOf<ApiFunction>, Operation>> = {
  'POST /v1/patients': {
    group: 'Patients',
    does: 'Enrol a patient',
    more: 'The welcome text goes within the call. The same call again answers 200 and changes nothing; a different one with the same reference answers 409 with the difference.',
    status: 201,
    answer: CHANGED,
    example: { body: ENROLMENT },
    conflicts: true,
  },
  'GET /v1/patients': {
    group: 'Patients',
    does: 'List the clinic’s patients',
    answer: page(SUMMARY),
    example: { query: 'state=active' },
  },
  'GET /v1/patients/{id}': { group: 'Patients', does: 'Show a patient', answer: PATIENT },
  'PATCH /v1/patients/{id}': {
    group: 'Patients',
    does: 'Change number, zone, name, label, belt or fewer texts',
    more: '`?dryRun=true` answers only what it would do to the texts to come.',
    answer: CHANGED_OR_DIFFERENCE,
    example: { body: { fewerTexts: true, ...actor } },
    conflicts: true,
  },
  'DELETE /v1/patients/{id}': {
    group: 'Records',
    does: 'Erase a patient',
    more: 'Nothing of hers is sent from the moment of the answer; the rest is removed within minutes, her document last. Her opt-out stays.',
    status: 202,
    answer: ERASURE,
    example: { body: actor },
  },
  'GET /v1/patients/{id}/plan': {
    group: 'Patients',
    does: 'Every text of a patient, past and to come',
    answer: everything(TEXT),
  },
  'POST /v1/patients/{id}/courses': {
    group: 'Visits',
    does: 'Begin another course',
    status: 201,
    answer: CHANGED,
    example: { body: { injections: [{ at: '2027-05-04T09:00' }], ...actor } },
    conflicts: true,
  },
  'PUT /v1/patients/{id}/courses/{course}/injections/{injection}': {
    group: 'Visits',
    does: 'Book, move, confirm, give, miss or cancel a visit',
    more: 'A time to come moves or books, a time that has passed corrects when it was given, a state marks. `?dryRun=true` answers only the difference.',
    answer: CHANGED_OR_DIFFERENCE,
    example: { query: 'dryRun=true', body: { at: '2027-03-04T15:00', ...actor } },
    conflicts: true,
  },
  'POST /v1/patients/{id}/pause': {
    group: 'Patients',
    does: 'Pause a patient’s texts',
    answer: CHANGED,
    example: { body: actor },
    conflicts: true,
  },
  'POST /v1/patients/{id}/resume': {
    group: 'Patients',
    does: 'Let a paused patient’s texts go on',
    answer: CHANGED,
    example: { body: actor },
    conflicts: true,
  },
  'POST /v1/patients/{id}/end-series': {
    group: 'Visits',
    does: 'No more injections; what follows the last one still goes',
    answer: CHANGED,
    example: { body: { course: 1, ...actor } },
    conflicts: true,
  },
  'POST /v1/patients/{id}/withdraw': {
    group: 'Patients',
    does: 'Withdraw a patient: no more texts',
    answer: CHANGED,
    example: { body: actor },
    conflicts: true,
  },
  'GET /v1/patients/{id}/replies': {
    group: 'Records',
    does: 'What came back, newest first',
    answer: page(REPLY),
    example: { query: 'limit=20' },
  },
  'GET /v1/patients/{id}/history': {
    group: 'Records',
    does: 'Who changed what, newest first',
    answer: page(CHANGE),
  },
  'GET /v1/patients/{id}/evidence': {
    group: 'Records',
    does: 'What was sent, word for word, and delivered',
    answer: EVIDENCE,
  },
  'GET /v1/patients/{id}/export': { group: 'Records', does: 'Everything held of a patient', answer: EXPORT },
  'POST /v1/imports': {
    group: 'Import',
    does: 'Import patients from a CSV file',
    more: 'Columns: Reference, Mobile, Given name, Label, Time zone, Belt, Consent date, Consent method, then Injection 1, Injection 1 state and so on up to 9. Dates are dd/mm/yyyy hh:mm. Each row is answered in words; the same file again changes nothing; patients the file lacks are listed and left alone. At most 500 rows. `?dryRun=true` only tells what would happen; who asks stands in `?actor=`.',
    answer: IMPORTED,
    example: { query: 'dryRun=true', body: CSV_FILE },
  },
  'GET /v1/imports/template': {
    group: 'Import',
    does: 'The empty CSV file, with one row as an example',
    answer: { type: 'text/csv' },
  },
  'GET /v1/escalations': {
    group: 'Work list',
    does: 'Red flags and high pain scores',
    answer: page(ESCALATION),
    example: { query: 'state=open' },
  },
  'POST /v1/escalations/{id}/acknowledge': {
    group: 'Work list',
    does: 'Take an escalation on: its clock stops',
    more: ITEM_ID,
    answer: ESCALATION,
    example: { body: actor },
  },
  'POST /v1/escalations/{id}/resolve': {
    group: 'Work list',
    does: 'Resolve an escalation',
    more: ITEM_ID,
    answer: ESCALATION,
    example: { body: { outcome: 'phoned her, seen at 9:30', ...actor } },
  },
  'GET /v1/tasks': {
    group: 'Work list',
    does: 'Tasks',
    answer: page(TASK),
    example: { query: 'state=open' },
  },
  'POST /v1/tasks/{id}/acknowledge': {
    group: 'Work list',
    does: 'Take a task on',
    more: ITEM_ID,
    answer: TASK,
    example: { body: actor },
  },
  'POST /v1/tasks/{id}/resolve': {
    group: 'Work list',
    does: 'Resolve a task',
    more: ITEM_ID,
    answer: TASK,
    example: { body: { outcome: 'booked for Thursday', ...actor } },
  },
  'GET /v1/today': { group: 'Clinic', does: 'The clinic’s day', answer: TODAY },
  'POST /v1/visits/move': {
    group: 'Visits',
    does: 'Move all visits of some days, as when a doctor is away',
    more: '`?dryRun=true` shows everyone affected and moves nobody.',
    answer: VISITS_MOVED,
    example: { query: 'dryRun=true', body: { from: '2027-03-02', to: '2027-03-05', days: 7, ...actor } },
  },
  'GET /v1/clinic': { group: 'Clinic', does: 'The clinic’s settings', answer: CLINIC },
  'PUT /v1/clinic': {
    group: 'Clinic',
    does: 'Change the clinic’s settings',
    more: 'Takes back all that GET answers; with its `changed`, 409 says who has changed them since. Settings that would lose a safety text are refused. `?dryRun=true` tells how many patients’ texts would change.',
    answer: SETTINGS_CHANGE,
    conflicts: true,
    example: { query: 'dryRun=true', body: SETTINGS },
  },
  'GET /v1/protocols': { group: 'Clinic', does: 'Released protocols', answer: everything(PROTOCOL_SUMMARY) },
  'GET /v1/protocols/{id}': {
    group: 'Clinic',
    does: 'A protocol: its steps, times and words',
    answer: PROTOCOL,
  },
  'POST /v1/protocols/{id}/preview': {
    group: 'Clinic',
    does: 'A course’s calendar, without enrolling anybody',
    answer: PREVIEW,
    example: { body: { injections: ENROLMENT.injections } },
  },
  'GET /v1/ops/summary': {
    group: 'Service',
    does: 'Lateness, balance, overdue and quota of the whole deployment, without a patient in it',
    answer: OPS,
  },
  'GET /health': {
    group: 'Service',
    does: 'Liveness, and in words what is not configured',
    answer: HEALTH,
  },
}
