import { expect, it } from 'vitest'
import { readClinic } from '../../../local/commands/setup/clinic-file.ts'
import { DEMO_CLINIC } from '../../../local/demo-clinic.ts'

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
  expect(readClinic(FILE)).toEqual(DEMO_CLINIC)
})

it.each([
  [{ name: undefined }, 'clinic: name: expected text of 1 to 30 characters'],
  [
    { phone: '+61 2 5550 1234 ext 5' },
    'clinic: phone "+61 2 5550 1234 ext 5": expected text of 1 to 12 characters',
  ],
  [{ zone: 'Sydney' }, 'clinic: zone "Sydney": expected an IANA time zone'],
  [{ sender: '0491 570 110' }, 'clinic: sender "0491 570 110": expected a number like +61491570006'],
  [{ opening: { monday: '8-17' } }, 'clinic: opening.monday "8-17": expected hours like 08:30-17:00'],
  [{ opening: { monday: '17:00-08:30' } }, 'clinic: opening.monday "17:00-08:30"'],
  [{ opening: { mon: '08:30-17:00' } }, 'clinic: opening'],
  [{ onCall: { B: '+61491570158' } }, 'clinic: onCall.A'],
  [{ spreadMinutes: 61 }, 'clinic: spreadMinutes "61"'],
  [{ closedDays: ['25/12/2026'] }, 'clinic: closedDays.0 "25/12/2026": expected a date like 2026-12-25'],
])('refuses %j naming field, value and what is allowed', (change, words) => {
  expect(() => readClinic({ ...FILE, ...change })).toThrow(words)
})
