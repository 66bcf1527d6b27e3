import type { Clinic } from '../lib/patient/clinic.ts'
import { clinicId, phoneNumber } from '../lib/patient/identifiers.ts'
import { SIJ_PROLOTHERAPY_V1 } from '../lib/protocol/sij-prolotherapy-v1.ts'
import { clockTime } from '../lib/time/local-date.ts'
import { zoneId } from '../lib/time/zone.ts'

/** Known to everyone, and good for nothing but the clinic below on one machine. */
export const DEMO_KEY = 'demo-key-local-only'

const OPEN = { opens: clockTime('08:30'), closes: clockTime('17:00') }

/** A made-up clinic. Its numbers are of the ranges that Australia keeps for fiction. */
export const DEMO_CLINIC: Clinic = {
  id: clinicId('harbour'),
  name: 'Harbour Sports Med',
  phone: '02 5550 1234',
  afterHoursLine: '1800 022 222',
  emergencyNumber: '000',
  crisisLine: '13 11 14',
  poisonsLine: '13 11 26',
  city: 'Sydney',
  zone: zoneId('Australia/Sydney'),
  country: 'AU',
  opening: { weekly: { 1: OPEN, 2: OPEN, 3: OPEN, 4: OPEN, 5: OPEN }, closedDays: [] },
  textingHours: { start: clockTime('08:00'), end: clockTime('20:00') },
  spreadMinutes: 15,
  sender: phoneNumber('+61491570110'),
  keywordAnswers: 'twilio',
  protocolSettings: SIJ_PROLOTHERAPY_V1.defaults,
  onCall: { A: phoneNumber('+61491570157'), B: phoneNumber('+61491570158') },
  tier2WakesOnCall: true,
  ladderMinutes: [0, 10, 20, 40, 60],
}
