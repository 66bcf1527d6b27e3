import { expect, test } from 'vitest'
import { attemptId, patientId, phoneNumber, textId } from '../../lib/patient/identifiers.ts'
import type { SentEvidence } from '../../lib/ports/evidence.ts'
import { after, MINUTE } from '../../lib/time/instant.ts'
import type { Ask } from './storage.ts'
import { fullPatient, MOBILE, REFERENCE } from './stored-patients.ts'

export function evidenceContract(ask: Ask): void {
  const nora = patientId('p1')
  const sent = (step: string, minutes: number): SentEvidence => ({
    text: textId(`${step}@1.1.1`),
    attempt: attemptId(`attempt-${step}`),
    body: 'Northside: see you on Tuesday.',
    to: MOBILE,
    clinic: { name: 'Northside', phone: '02 5550 1234', sender: phoneNumber('+61480000000') },
    sid: `SM-${step}`,
    protocol: 'sij-prolotherapy-v1',
    signedBy: 'Dr A. Example',
    sentAt: after(REFERENCE, minutes * MINUTE),
  })
  const answered = fullPatient('p1').replies[0]
  if (answered === undefined) throw new Error('the full patient has no reply')

  test('texts come back word for word, oldest first, and only those of the patient', async () => {
    const { evidence } = ask()
    await evidence.putSent(nora, sent('A1', 20))
    await evidence.putSent(nora, sent('R1', 10))
    await evidence.putSent(patientId('p10'), sent('F1', 0))
    await evidence.putReply(nora, answered)

    const texts = await evidence.sent(nora)

    expect(texts).toStrictEqual([sent('R1', 10), sent('A1', 20)])
  })

  test('two attempts of one text are two pieces of evidence', async () => {
    const { evidence } = ask()
    const second = { ...sent('R1', 30), attempt: attemptId('attempt-again') }
    await evidence.putSent(nora, sent('R1', 10))
    await evidence.putSent(nora, second)

    expect(await evidence.sent(nora)).toStrictEqual([sent('R1', 10), second])
  })

  test('a repeated put changes nothing: what was written first stays', async () => {
    const { evidence } = ask()
    await evidence.putSent(nora, sent('R1', 10))
    await evidence.putReply(nora, answered)

    await evidence.putSent(nora, { ...sent('R1', 10), body: 'something else' })
    await evidence.putReply(nora, { ...answered, text: 'something else' })

    expect(await evidence.sent(nora)).toStrictEqual([sent('R1', 10)])
    expect(await evidence.reply(nora, answered.sid)).toStrictEqual(answered)
  })

  test('replies come back whole and oldest first, and only those of the patient', async () => {
    const { evidence } = ask()
    const later = { ...answered, sid: 'SM-0-later', at: after(answered.at, MINUTE) }
    await evidence.putReply(nora, later)
    await evidence.putReply(nora, answered)
    await evidence.putReply(patientId('p10'), { ...answered, sid: 'SM-other' })

    expect(await evidence.replies(nora)).toStrictEqual([answered, later])
  })

  test('both last words on an answer are kept, each as it first came, and only those of the patient', async () => {
    const { evidence } = ask()
    const lost = { reply: answered.sid, state: 'undelivered', at: REFERENCE, code: 30005 } as const
    const arrived = { reply: answered.sid, state: 'delivered', at: after(REFERENCE, MINUTE) } as const
    for (const report of [arrived, lost, { ...lost, at: after(REFERENCE, 9 * MINUTE) }])
      await evidence.putAnswerReport(nora, report)
    await evidence.putAnswerReport(patientId('p10'), arrived)

    expect(await evidence.answerReports(nora)).toStrictEqual([lost, arrived])
  })

  test('the history counts versions and not letters: 10 comes after 9', async () => {
    const { evidence } = ask()
    const change = (version: number) => ({ version, at: REFERENCE, actor: 'reception', what: 'moved' })
    for (const version of [10, 9, 100, 2]) await evidence.putChange(nora, change(version))

    expect(await evidence.changes(nora)).toStrictEqual([2, 9, 10, 100].map(change))
  })

  test('what is forgotten is gone, the rest stays, and forgetting twice is no error', async () => {
    const { evidence } = ask()
    const change = { version: 2, at: REFERENCE, actor: 'reception', what: 'moved' }
    const report = { reply: answered.sid, state: 'delivered', at: REFERENCE } as const
    await evidence.putSent(nora, sent('R1', 10))
    await evidence.putSent(nora, sent('A1', 20))
    await evidence.putReply(nora, answered)
    await evidence.putAnswerReport(nora, report)
    await evidence.putChange(nora, change)

    for (const _ of ['once', 'twice']) {
      await evidence.forgetSent(nora, sent('R1', 10))
      await evidence.forgetReply(nora, answered.sid)
      await evidence.forgetAnswerReport(nora, report)
      await evidence.forgetChange(nora, change.version)
    }

    expect(await evidence.sent(nora)).toStrictEqual([sent('A1', 20)])
    expect(await evidence.replies(nora)).toEqual([])
    expect(await evidence.answerReports(nora)).toEqual([])
    expect(await evidence.changes(nora)).toEqual([])
  })

  test('a change may be put again', async () => {
    const { evidence } = ask()
    const change = { version: 2, at: REFERENCE, actor: 'reception', what: 'moved injection 2' }

    await evidence.putChange(nora, change)

    await expect(evidence.putChange(nora, change)).resolves.toBeUndefined()
  })

  test('a reply is found by its sid at its own patient only', async () => {
    const { evidence } = ask()
    await evidence.putReply(nora, answered)

    expect(await evidence.reply(nora, 'SM-unknown')).toBeUndefined()
    expect(await evidence.reply(patientId('p2'), answered.sid)).toBeUndefined()
  })
}
