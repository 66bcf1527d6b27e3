import type { Clinic } from '../../patient/clinic.ts'
import { isClinicId, isPatientId, isPhoneNumber } from '../../patient/identifiers.ts'
import type { Change, OptOut, Patient, Reply } from '../../patient/patient.ts'
import type { ApiKey } from '../../ports/clinic-register.ts'
import type { DailyMark } from '../../ports/daily-marks.ts'
import type { AnswerReport, SentEvidence } from '../../ports/evidence.ts'
import type { PatientSummary } from '../../ports/patient-store.ts'
import type { Replan } from '../../ports/replans.ts'
import type { Breaker } from '../../ports/sender-breakers.ts'
import type { Item } from './items.ts'

/*
 * What is stored was written by this service, so a guard only checks the fields that tell one kind of document from
 * another: enough to catch an item under the wrong key or of a form this version does not know.
 */

type Guard<T> = (value: unknown) => value is T

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number'

export const isPatient: Guard<Patient> = (value): value is Patient =>
  isObject(value) &&
  isText(value.id) &&
  isPatientId(value.id) &&
  isText(value.clinicId) &&
  isText(value.mobile) &&
  isNumber(value.version) &&
  Array.isArray(value.courses) &&
  isObject(value.ledger)

export const isPatientSummary: Guard<PatientSummary> = (value): value is PatientSummary =>
  isObject(value) &&
  isText(value.id) &&
  isText(value.reference) &&
  isText(value.state) &&
  isNumber(value.openEscalations) &&
  isNumber(value.openTasks)

export const isClinic: Guard<Clinic> = (value): value is Clinic =>
  isObject(value) &&
  isText(value.id) &&
  isClinicId(value.id) &&
  isText(value.sender) &&
  isPhoneNumber(value.sender) &&
  isObject(value.opening) &&
  isObject(value.protocolSettings)

export const isApiKey: Guard<ApiKey> = (value): value is ApiKey =>
  isObject(value) && isText(value.clinicId) && isClinicId(value.clinicId) && Array.isArray(value.roles)

export const isOptOut: Guard<OptOut> = (value): value is OptOut =>
  isObject(value) && isNumber(value.at) && isText(value.reason)

export const isSentEvidence: Guard<SentEvidence> = (value): value is SentEvidence =>
  isObject(value) &&
  isText(value.attempt) &&
  isText(value.body) &&
  isText(value.sid) &&
  isNumber(value.sentAt)

export const isReply: Guard<Reply> = (value): value is Reply =>
  isObject(value) && isText(value.sid) && isText(value.text) && isText(value.intent) && isNumber(value.at)

export const isAnswerReport: Guard<AnswerReport> = (value): value is AnswerReport =>
  isObject(value) && isText(value.reply) && isText(value.state) && isNumber(value.at)

export const isChange: Guard<Change> = (value): value is Change =>
  isObject(value) &&
  isNumber(value.version) &&
  isNumber(value.at) &&
  isText(value.actor) &&
  isText(value.what)

export const isDailyMark: Guard<DailyMark> = (value): value is DailyMark =>
  isObject(value) && isText(value.day) && isText(value.part) && isNumber(value.openEscalations)

export const isReplan: Guard<Replan> = (value): value is Replan =>
  isObject(value) && isText(value.clinicId) && isClinicId(value.clinicId) && isNumber(value.askedAt)

export const isBreaker: Guard<Breaker> = (value): value is Breaker =>
  isObject(value) && isNumber(value.openedAt) && isNumber(value.probes) && isNumber(value.triedAt)

/** The owner that a REF guard names. */
export const isReferenceOwner = (value: unknown): value is { readonly patientId: string } =>
  isObject(value) && isText(value.patientId)

/** The escalation that an ALERT guard names. */
export const isAlertOwner = (
  value: unknown,
): value is { readonly patientId: string; readonly seq: number; readonly releasedAt?: number } =>
  isObject(value) && isText(value.patientId) && isNumber(value.seq)

/** The owner that a SENDER guard names. */
export const isSenderOwner = (value: unknown): value is { readonly clinicId: string } =>
  isObject(value) && isText(value.clinicId)

/** @throws Error naming the item's key when the attribute holds no `kind` */
export function storedValue<T>(item: Item, is: Guard<T>, kind: string, attribute = 'document'): T {
  const value = item[attribute]
  if (!is(value)) throw new Error(`item ${loggableKey(item)}: ${attribute} is no ${kind}`)
  return value
}

// A clinic's reference may be a name and a sender is a number, and an error's words end in a log.
const WITHHELD = /^(REF#[^#]*|SENDER)#.*$/s

/** An item's key, without what may not be logged. */
export function loggableKey(item: Item): string {
  return `${String(item.pk).replace(WITHHELD, '$1#(withheld)')} / ${String(item.sk)}`
}
