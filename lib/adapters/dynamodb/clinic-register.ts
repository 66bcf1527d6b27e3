import type { Clinic } from '../../patient/clinic.ts'
import { type ClinicId, clinicId, type PatientId, patientId } from '../../patient/identifiers.ts'
import {
  ALERT_NUMBER_RESTS,
  type AlertedEscalation,
  type ClinicRegister,
} from '../../ports/clinic-register.ts'
import type { Instant } from '../../time/instant.ts'
import { deleteItem, deleteItemIf, putIfAbsent, putItem, queryItems, readItem, type Table } from './items.ts'
import { isAlertOwner, isApiKey, isClinic, isReferenceOwner, isSenderOwner, storedValue } from './stored.ts'
import {
  API_KEY_PREFIX,
  ATTRIBUTE,
  alertKey,
  apiKeyKey,
  clinicKey,
  INDEX,
  referenceKey,
  senderKey,
} from './table.ts'

/** Whose an erased patient's alert number is while it rests. */
const NOBODY: AlertedEscalation = { patientId: patientId('erased'), seq: 0 }

/** Clinics, keys and guards. A clinic that changes its sender keeps the old one, where replies may still arrive. */
export function dynamoClinicRegister(table: Table): ClinicRegister {
  return {
    async clinic(id) {
      const item = await readItem(table, clinicKey(id))
      return item && storedValue(item, isClinic, 'clinic')
    },
    saveClinic: (clinic, over) => saveClinic(table, clinic, over),
    async clinicOfSender(sender) {
      const item = await readItem(table, senderKey(sender))
      return item && clinicId(storedValue(item, isSenderOwner, 'sender').clinicId)
    },
    async apiKey(hash) {
      const item = await readItem(table, apiKeyKey(hash))
      return item && storedValue(item, isApiKey, 'API key')
    },
    async saveApiKey(hash, key) {
      const item = { ...apiKeyKey(hash), [ATTRIBUTE.clinicId]: key.clinicId, document: key }
      await putItem(table, { Item: item })
    },
    apiKeys: (clinic) => apiKeys(table, clinic),
    removeApiKey: (hash) => deleteItem(table, apiKeyKey(hash)),
    patientOfReference: (clinic, reference) => ownerOf(table, referenceKey(clinic, reference)),
    takeAlertNumber: (clinic, escalation, now) => takeAlertNumber(table, clinic, escalation, now),
    async escalationOfAlert(clinic, number) {
      const guard = await alertGuard(table, clinic, number)
      return guard?.releasedAt === undefined ? guard?.escalation : undefined
    },
    async releaseAlertNumber(clinic, number, escalation, now) {
      const guard = await alertGuard(table, clinic, number)
      if (guard === undefined || guard.releasedAt !== undefined || !isSame(guard.escalation, escalation))
        return
      await putItem(table, {
        Item: { ...alertKey(clinic, number), document: { ...escalation, releasedAt: now } },
      })
    },
    async forgetAlertNumber(clinic, number, escalation, now) {
      const guard = await alertGuard(table, clinic, number)
      if (guard === undefined || !isSame(guard.escalation, escalation)) return
      const document = { ...NOBODY, releasedAt: guard.releasedAt ?? now }
      await putItem(table, { Item: { ...alertKey(clinic, number), document } })
    },
    claimReference: (clinic, reference, candidate) => claimReference(table, clinic, reference, candidate),
    async releaseReference(clinic, reference, owner) {
      await deleteItemIf(table, referenceKey(clinic, reference), {
        ConditionExpression: '#document.patientId = :owner',
        ExpressionAttributeNames: { '#document': 'document' },
        ExpressionAttributeValues: { ':owner': owner },
      })
    },
  }
}

/** Sender first: a stop between the two writes leaves a sender owned, which the next save finds to be its own. */
async function saveClinic(
  table: Table,
  clinic: Clinic,
  over: Pick<Clinic, 'changed'> | undefined,
): ReturnType<ClinicRegister['saveClinic']> {
  const own = await putItem(table, {
    Item: { ...senderKey(clinic.sender), document: { clinicId: clinic.id } },
    ConditionExpression: 'attribute_not_exists(pk) OR #document.clinicId = :clinic',
    ExpressionAttributeNames: { '#document': 'document' },
    ExpressionAttributeValues: { ':clinic': clinic.id },
  })
  if (!own) return 'sender-taken'
  const saved = await putItem(table, {
    Item: { ...clinicKey(clinic.id), document: clinic },
    ...(over && unchangedSince(over)),
  })
  return saved ? 'saved' : 'changed-meanwhile'
}

const unchangedSince = ({ changed }: Pick<Clinic, 'changed'>) =>
  changed === undefined
    ? {
        ConditionExpression: 'attribute_not_exists(#document.changed)',
        ExpressionAttributeNames: { '#document': 'document' },
      }
    : {
        ConditionExpression: '#document.changed.#at = :at',
        ExpressionAttributeNames: { '#document': 'document', '#at': 'at' },
        ExpressionAttributeValues: { ':at': changed.at },
      }

async function apiKeys(table: Table, clinic: ClinicId): ReturnType<ClinicRegister['apiKeys']> {
  const rows = await queryItems(table, {
    IndexName: INDEX.clinic,
    KeyConditionExpression: 'clinicId = :clinic AND begins_with(pk, :key)',
    ExpressionAttributeValues: { ':clinic': clinic, ':key': API_KEY_PREFIX },
  })
  const hashes = rows.map(({ pk }) => String(pk).slice(API_KEY_PREFIX.length))
  const items = await Promise.all(hashes.map((hash) => readItem(table, apiKeyKey(hash))))
  return hashes.flatMap((hash, index) => {
    const item = items[index]
    return item === undefined ? [] : [{ hash, ...storedValue(item, isApiKey, 'API key') }]
  })
}

/** @throws Error when the guard was removed between the lost claim and the read of its winner: an erasure, try again */
async function claimReference(
  table: Table,
  clinic: ClinicId,
  reference: string,
  candidate: PatientId,
): Promise<PatientId> {
  const key = referenceKey(clinic, reference)
  if (await putIfAbsent(table, { ...key, document: { patientId: candidate } })) return candidate
  const winner = await ownerOf(table, key)
  if (winner === undefined) throw new Error(`reference of clinic ${clinic}: released while it was claimed`)
  return winner
}

async function ownerOf(table: Table, key: ReturnType<typeof referenceKey>): Promise<PatientId | undefined> {
  const item = await readItem(table, key)
  return item && patientId(storedValue(item, isReferenceOwner, 'reference').patientId)
}

/** Counts up from 1 until a number is free, has rested, or is already this escalation's: few are in use at a time. */
async function takeAlertNumber(
  table: Table,
  clinic: ClinicId,
  escalation: AlertedEscalation,
  now: Instant,
): Promise<number> {
  for (let number = 1; ; number += 1) {
    const item = { ...alertKey(clinic, number), document: escalation }
    if (await putIfAbsent(table, item)) return number
    const guard = await alertGuard(table, clinic, number)
    if (guard !== undefined && isSame(guard.escalation, escalation)) return number
    const rested = guard?.releasedAt !== undefined && guard.releasedAt <= now - ALERT_NUMBER_RESTS
    if (rested && (await takeOver(table, item, guard.releasedAt))) return number
  }
}

/** Only one of those who want a rested number gets it. */
const takeOver = (
  table: Table,
  item: Parameters<typeof putIfAbsent>[1],
  releasedAt: number | undefined,
): Promise<boolean> =>
  putItem(table, {
    Item: item,
    ConditionExpression: '#document.releasedAt = :released',
    ExpressionAttributeNames: { '#document': 'document' },
    ExpressionAttributeValues: { ':released': releasedAt },
  })

const isSame = (a: AlertedEscalation, b: AlertedEscalation): boolean =>
  a.patientId === b.patientId && a.seq === b.seq

async function alertGuard(table: Table, clinic: ClinicId, number: number) {
  const item = await readItem(table, alertKey(clinic, number))
  if (item === undefined) return undefined
  const { patientId: id, seq, releasedAt } = storedValue(item, isAlertOwner, 'alert')
  return { escalation: { patientId: patientId(id), seq }, releasedAt }
}
