import { expect, it } from 'vitest'
import { countMoves } from '../../lib/care/count-moves.ts'
import { attemptId, type TextId, textId } from '../../lib/patient/identifiers.ts'
import type { Attempt, LedgerEntry } from '../../lib/patient/ledger.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { ANN, ENROLLED } from '../fixtures/ann.ts'

const F1 = textId('F1@1.1.1')
const attempt = (state: Attempt['state'], sentAt?: Attempt['sentAt']): Attempt => ({
  id: attemptId('a1'),
  state,
  claimedAt: ENROLLED,
  ...(sentAt !== undefined && { sentAt }),
})
const entry = (state: LedgerEntry['state'], ...attempts: readonly Attempt[]): LedgerEntry => ({
  state,
  due: ENROLLED,
  at: ENROLLED,
  attempts,
})
const withText = (one: LedgerEntry, id: TextId = F1): Patient => ({ ...ANN, ledger: { [id]: one } })

function counted(before: Patient | undefined, after: Patient): readonly string[] {
  const found: string[] = []
  const add = (name: string, value: number, kind = '') => void found.push(`${name} ${value} ${kind}`.trim())
  countMoves({ add }, before, after)
  return found
}

/** The balance stands in a test of its own. */
const moves = (lines: readonly string[]) => lines.filter((line) => !/^Texts(Due|Settled)/.test(line))

const sending = withText(entry('sending', attempt('sending')))
const sent = withText(entry('sent', attempt('sent', ENROLLED)))
const unknown = withText(entry('unknown', attempt('unknown')))

it.each<[string, Patient | undefined, Patient, readonly string[]]>([
  ['a text that Twilio took', sending, sent, ['TextsSent 1']],
  ['a text found to have gone', unknown, sent, ['TextsSent 1']],
  [
    'news of a delivery that overtook the answer',
    sending,
    withText(entry('delivered', attempt('delivered', ENROLLED))),
    ['TextsSent 1', 'TextsDelivered 1'],
  ],
  ['a delivery', sent, withText(entry('delivered', attempt('delivered', ENROLLED))), ['TextsDelivered 1']],
  [
    'a final failure of the carrier',
    sent,
    withText(entry('undelivered', attempt('undelivered', ENROLLED))),
    ['TextsFailed 1 undelivered'],
  ],
  ['a final refusal', sending, withText(entry('failed', attempt('refused'))), ['TextsFailed 1 refused']],
  [
    'giving up on an unknown',
    unknown,
    withText(entry('failed', attempt('unknown'))),
    ['TextsFailed 1 unknown'],
  ],
  ['a claim without an answer', sending, unknown, ['Unknown 1']],
  ['a text held for the operators', sending, withText(entry('held', attempt('refused'))), ['Held 1']],
  [
    'a skip by a change of the clinic',
    ANN,
    withText({ ...entry('skipped'), reason: 'cancelled' }),
    ['Skipped 1 cancelled'],
  ],
  [
    'a skip at enrolment',
    undefined,
    withText({ ...entry('skipped'), reason: 'expired' }),
    ['Skipped 1 expired'],
  ],
  ['a refusal that is tried again', sending, withText(entry('retry', attempt('refused'))), []],
  ['a write that leaves the ledger alone', sent, { ...sent, version: 2 }, []],
])('counts %s', (_, before, after, expected) => {
  expect(moves(counted(before, after))).toEqual(expected)
})

it('keeps a balance: what came due is settled or pending, and a second attempt is pending again', () => {
  const retry = withText(entry('retry', attempt('undelivered', ENROLLED)))
  const steps = [ANN, sending, sent, retry, sent]

  const balance = steps.slice(1).map((after, index) => {
    const lines = counted(steps[index], after)
    return lines.filter((line) => /^Texts(Due|Settled)/.test(line))
  })

  expect(balance).toEqual([['TextsDue 1'], ['TextsSettled 1'], ['TextsSettled -1'], ['TextsSettled 1']])
})
