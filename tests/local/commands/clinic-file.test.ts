import { expect, it } from 'vitest'
import { readClinic } from '../../../local/commands/setup/clinic-file.ts'
import { DEMO_CLINIC } from '../../../local/demo-clinic.ts'
import { ENROLLED } from '../../fixtures/ann.ts'

const FILE = {
  id: 'harbour',
  name: 'Harbour Sports Med',
  phone: '02 5550 1234',
  afterHoursLine: '1800 022 222',
  emergencyNumber: '000',
  crisisLine: '13 11 14',
  poisonsLine: '13 11 26',
  city: 'Sydney',
  zone: 'Australia/Sydney',
  country: 'AU',
  opening: {
    monday: '08:30-17:00',
    tuesday: '08:30-17:00',
    wednesday: '08:30-17:00',
    thursday: '08:30-17:00',
    friday: '08:30-17:00',
  },
  sender: '+61491570110',
  onCall: { A: '+61491570157', B: '+61491570158' },
}

it('reads a clinic as a person writes it, with defaults for the rest', () => {
  expect(readClinic(FILE, ENROLLED)).toEqual(DEMO_CLINIC)
})

it.each([
  [{ name: undefined }, 'clinic: name: missing: expected a name of 1 to 20 plain characters'],
  [{ name: 'Harbour Sports Medicine' }, 'expected a name of 1 to 20 plain characters'],
  [
    { phone: '+61 2 5550 1234 ext 5' },
    'clinic: phone: "+61 2 5550 1234 ext 5": expected a phone number of 3 to 12 plain characters',
  ],
  [{ emergencyNumber: '0' }, 'clinic: emergencyNumber: "0": expected a phone number of 3 plain'],
  [{ zone: 'Sydney' }, 'clinic: zone: "Sydney": expected an IANA time zone'],
  [{ sender: '0491 570 110' }, 'clinic: sender: "0491 570 110": expected a number like +61491570006'],
  [{ opening: { monday: '8-17' } }, 'clinic: opening.monday: "8-17": expected hours like 08:30-17:00'],
  [{ opening: { monday: '17:00-08:30' } }, 'clinic: opening.monday: "17:00-08:30"'],
  [{ opening: { mon: '08:30-17:00' } }, 'clinic: opening.mon: unknown'],
  [{ onCall: { B: '+61491570158' } }, 'clinic: onCall.A'],
  [{ onCall: { A: FILE.sender } }, 'clinic: onCall.A: is the number this clinic texts from'],
  [{ onCall: { A: '+61255501234' } }, 'clinic: onCall.A: is a landline'],
  [{ spreadMinutes: 61 }, 'clinic: spreadMinutes: 61: expected minutes from 0 to 60'],
  [{ closedDays: ['25/12/2026'] }, 'clinic: closedDays[0]: "25/12/2026": expected an existing date'],
  [{ ladderMinutes: [240, 240, 240, 240, 240] }, 'clinic: ladderMinutes: a list of 5: expected five'],
  [{ textingHours: '14:00-17:00' }, 'clinic: with these settings F1 (flare guidance)'],
])('refuses %j naming field, value and what is allowed', (change, words) => {
  expect(() => readClinic({ ...FILE, ...change }, ENROLLED)).toThrow(words)
})
