import type { Protocol } from './protocol.ts'

/**
 * "SIJ prolotherapy, up to 3, 6-weekly". Intervals and topics follow the patient leaflet "Sacroiliac Joint
 * Prolotherapy" (mpsportsphysicians.com.au): up to three injections six weeks apart, a flare that settles in 3 to 4
 * weeks, no anti-inflammatories, physio exercises and the belt. Days and times are this service's own choice.
 *
 * Nothing here is medical advice. A clinic's doctor signs it before a patient gets a text of it.
 */
export const SIJ_PROLOTHERAPY_V1 = {
  id: 'sij-prolotherapy-v1',
  title: 'SIJ prolotherapy, up to 3, 6-weekly',
  signedBy: 'not signed off: a doctor of the clinic signs before real use',

  defaults: {
    gapDays: 42,
    injections: 3,
    nsaidAfter: 'until-cleared',
    nsaidBefore: 'none',
    topicalCounts: true,
    belt: true,
    physioRestartDay: 10,
    baselinePain: true,
    secondReminder: 'two-working-days',
    workingDaysOnly: ['pain check'],
  },

  // biome-ignore format: a table reads row by row
  steps: [
    { key: 'W0', kind: 'welcome', rank: 'fixed', on: 'welcome', when: { minutesLater: 0 }, until: { daysLater: 7 }, asks: 'WRONG' },
    { key: 'R1', kind: 'visit reminder', rank: 'R', on: 'booked', when: { day: -7, time: '10:00' }, until: { day: -3 }, asks: 'C/R', namesVisit: true },
    { key: 'N1', kind: 'NSAID avoidance', rank: 'N', on: 'booked', which: [1], when: { day: -5, time: '10:00' }, until: 'the visit', asks: 'drug name', afterWelcome: true },
    { key: 'R2', kind: 'visit reminder', rank: 'R', on: 'booked', when: { day: 'secondReminder', time: '10:00' }, until: 'the visit', asks: 'C/R', namesVisit: true },
    { key: 'P0', kind: 'pain baseline', rank: 'P', on: 'booked', when: { day: -1, time: '17:30' }, until: 'the visit', asks: '0-10', setting: 'baselinePain', reassuring: true },

    { key: 'F1', kind: 'flare guidance', rank: 'F1', on: 'given', when: { day: 0, time: '18:00', hoursAfterVisit: 2 }, until: { day: 1, time: '12:00' }, reassuring: true },
    { key: 'N2', kind: 'NSAID avoidance', rank: 'N', on: 'given', when: { day: 1, time: '10:00' }, until: { day: 3 }, asks: 'drug name', behind: { step: 'F1', time: '17:30' } },
    { key: 'F2', kind: 'flare: warning signs (safety)', rank: 'fixed', on: 'given', when: { day: 2, time: '10:00' }, until: { day: 10 } },
    { key: 'P1a', kind: 'pain check', rank: 'P', on: 'given', when: { day: 3, time: '10:00' }, until: { daysLater: 1 }, asks: '0-10', reassuring: true },
    { key: 'P1b', kind: 'pain check', rank: 'P', on: 'given', which: [1], when: { day: 14, time: '10:00' }, until: { daysLater: 1 }, asks: '0-10', reassuring: true },
    { key: 'B1a', kind: 'belt nudge', rank: 'B, X', on: 'given', which: [1], when: { day: 5, time: '08:00' }, until: { sameDay: '20:00' }, asks: 'Y/N', setting: 'belt', reassuring: true },
    { key: 'B1b', kind: 'belt nudge', rank: 'B, X', on: 'given', which: [1, 'last of a full series'], when: { day: 24, time: '08:00' }, until: { sameDay: '20:00' }, asks: 'Y/N', setting: 'belt', reassuring: true },
    { key: 'B1c', kind: 'belt nudge', rank: 'B, X', on: 'given', which: [2], when: { day: 31, time: '08:00' }, until: { sameDay: '20:00' }, asks: 'Y/N', setting: 'belt', reassuring: true },
    { key: 'B1d', kind: 'belt nudge', rank: 'B, X', on: 'given', which: ['last'], when: { day: 56, time: '08:00' }, until: { sameDay: '20:00' }, asks: 'Y/N', setting: 'belt', reassuring: true },
    { key: 'F3', kind: 'flare guidance', rank: 'F3', on: 'given', when: { day: 7, time: '10:00' }, until: { day: 14 }, reassuring: true },
    { key: 'X1', kind: 'physio nudge', rank: 'B, X', on: 'given', when: { day: 'physioRestartDay', time: '17:30' }, until: { sameDay: '20:00' }, asks: 'Y/N', reassuring: true },
    { key: 'X2a', kind: 'physio nudge', rank: 'B, X', on: 'given', when: { day: 17, time: '17:30' }, until: { sameDay: '20:00' }, asks: 'Y/N', reassuring: true },
    { key: 'X2b', kind: 'physio nudge', rank: 'B, X', on: 'given', which: [1], when: { day: 31, time: '17:30' }, until: { sameDay: '20:00' }, asks: 'Y/N', reassuring: true },
    { key: 'X2c', kind: 'physio nudge', rank: 'B, X', on: 'given', which: ['last'], when: { day: 42, time: '17:30' }, until: { sameDay: '20:00' }, asks: 'Y/N', reassuring: true },
    { key: 'X2d', kind: 'physio nudge', rank: 'B, X', on: 'given', which: ['last'], when: { day: 70, time: '17:30' }, until: { sameDay: '20:00' }, asks: 'Y/N', reassuring: true },
    { key: 'N3', kind: 'NSAID avoidance', rank: 'N', on: 'given', which: [1, 2], when: { day: 21, time: '10:00' }, until: { daysLater: 7 }, asks: 'drug name', before: 'N4' },
    { key: 'N4', kind: 'NSAID window ends', rank: 'N', on: 'given', when: { day: 'nsaidAfter', time: '10:00' }, until: { daysLater: 7 }, setting: 'nsaidAfter' },
    { key: 'P2', kind: 'pain check', rank: 'P', on: 'given', when: { day: 28, time: '10:00' }, until: { daysLater: 7 }, asks: '0-10', reassuring: true },
    { key: 'P3', kind: 'pain check', rank: 'P', on: 'given', which: ['last'], when: { day: 77, time: '10:00' }, until: { daysLater: 7 }, asks: '0-10', reassuring: true },
    { key: 'Z1', kind: 'completion', rank: 'Z', on: 'given', which: ['last'], when: { day: 84, time: '10:00' }, until: { daysLater: 14 }, closing: true },

    { key: 'E1', kind: 'not reached', rank: 'fixed', on: 'unreached', when: { minutesLater: 0 }, until: { daysLater: 1 }, safetyNet: true, anyHour: true },
    { key: 'E2', kind: 'check back', rank: 'fixed', on: 'flagged', when: { nextMorning: '09:00', hoursLaterAtLeast: 4 }, until: { sameDay: '20:00' }, asks: 'Y/N', safetyNet: true },

    { key: 'V1', kind: 'visit moved', rank: 'fixed', on: 'moved', when: { minutesLater: 15 }, until: 'the visit', asks: 'C/R', namesVisit: true },
    { key: 'V2', kind: 'visit cancelled', rank: 'fixed', on: 'cancelled', when: { minutesLater: 15 }, until: { daysLater: 2 }, asks: 'C/R', namesVisit: true },
    { key: 'V3', kind: 'visit missed', rank: 'fixed', on: 'missed', when: { minutesLater: 15 }, until: { daysLater: 7 }, asks: 'C/R', namesVisit: true },
  ],
} as const satisfies Protocol
