import { attemptId, patientId, phoneNumber, textId } from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import type { SentEvidence } from '../../lib/ports/evidence.ts'
import { after, MINUTE } from '../../lib/time/instant.ts'
import { ANN, ENROLLED } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'

const MOBILE = phoneNumber('+61491573087')
const EARLIER = after(ENROLLED, -60 * MINUTE)

/** A patient with one of everything, and no word of her that stands anywhere else. */
export const ZARA: Patient = {
  ...ANN,
  id: patientId('zara-Xq7Lm2'),
  reference: 'Quillfeather-88',
  mobile: MOBILE,
  givenName: 'Zarathustrina',
  label: 'Zarathus',
  enrolment: { ...ANN.enrolment, mobile: MOBILE, givenName: 'Zarathustrina', label: 'Zarathus' },
  ledger: {
    [textId('W0@1.1.1')]: {
      state: 'sent',
      due: EARLIER,
      at: EARLIER,
      attempts: [
        { id: attemptId('try-Vw3'), state: 'sent', claimedAt: EARLIER, sid: 'SMzara1', sentAt: EARLIER },
      ],
    },
  },
  replies: [
    {
      sid: 'SMzara2',
      at: EARLIER,
      text: 'my gluteal spot weeps xylophone',
      intent: 'red_flag_clinic',
      answer: { key: 'clinic.open', body: 'xylophone answer' },
    },
  ],
  pain: [{ at: EARLIER, value: 7 }],
  slips: [{ at: EARLIER, ingredient: 'ketorolac' }],
  changes: [{ version: 1, at: EARLIER, actor: 'Nurse Quokka', what: 'enrolled' }],
  tasks: [{ id: 'medicine', seq: 1, kind: 'medicine', at: EARLIER }],
  escalations: [
    {
      seq: 1,
      tier: 2,
      at: EARLIER,
      words: 'my gluteal spot weeps xylophone',
      replies: ['SMzara2'],
      startsAt: ENROLLED,
      alerted: [],
    },
  ],
}

export const SENT_TO_ZARA: SentEvidence = {
  text: textId('W0@1.1.1'),
  attempt: attemptId('try-Vw3'),
  body: 'xylophone welcome',
  to: MOBILE,
  clinic: HARBOUR,
  sid: 'SMzara1',
  protocol: 'sij-prolotherapy-v1',
  signedBy: 'nobody yet',
  sentAt: EARLIER,
}

/** Whatever shows one of these shows something of her: her number, however it is written, names and words. */
export const OF_ZARA: readonly string[] = [
  'zara-Xq7Lm2',
  'Quillfeather',
  '491573087',
  '491 573 087',
  'Zarathus',
  'xylophone',
  'ketorolac',
  'Quokka',
  'SMzara',
  'try-Vw3',
]

/** What of her stands in a text. */
export const shownOf = (text: string, secrets: readonly string[] = OF_ZARA): readonly string[] =>
  secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))
