/** What the documentation's calls send and name. Tests make every one of them. */
export const EXAMPLE = {
  patient: 'uYc0m2n0QmGdT4yL7xZp',
  protocol: 'sij-prolotherapy-v1',
  actor: 'Kim at reception',
} as const

export const ENROLMENT = {
  reference: 'bea-002',
  mobile: '0491 570 156',
  givenName: 'Bea',
  injections: [{ at: '2027-03-02T10:00' }, { at: '2027-04-13T10:00' }],
  consent: { given: '2026-11-20', method: 'written' },
}

export const CSV_FILE = [
  'Reference,Mobile,Given name,Consent date,Consent method,Injection 1,Injection 2',
  'cat-003,0491 570 313,Cat,20/11/2026,written,2/03/2027 11:00,13/04/2027 11:00',
  '',
].join('\n')

/** The demo clinic's settings with longer texting hours: PUT takes back what GET answers, changed where wanted. */
export const SETTINGS = {
  name: 'Harbour Sports Med',
  phone: '02 5550 1234',
  afterHoursLine: '1800 022 222',
  emergencyNumber: '000',
  crisisLine: '13 11 14',
  poisonsLine: '13 11 26',
  city: 'Sydney',
  opening: {
    monday: '08:30-17:00',
    tuesday: '08:30-17:00',
    wednesday: '08:30-17:00',
    thursday: '08:30-17:00',
    friday: '08:30-17:00',
  },
  holidays: 'AU-NSW',
  closedDays: ['2026-12-24'],
  textingHours: '08:00-20:00',
  spreadMinutes: 15,
  onCall: { A: '0491 570 157', B: '0491 570 158' },
  tier2WakesOnCall: true,
  ladderMinutes: [0, 10, 20, 40, 60],
  protocolSettings: {
    gapDays: 42,
    injections: 3,
    nsaidAfter: 'until-cleared',
    nsaidBefore: 'none',
    topicalCounts: true,
    belt: true,
    physioRestartDay: 10,
    baselinePain: false,
    secondReminder: 'two-days',
    workingDaysOnly: ['pain check'],
  },
  hold: { all: false, protocols: [] },
  actor: EXAMPLE.actor,
}
