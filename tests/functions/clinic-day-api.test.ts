import { beforeEach, describe, expect, it } from 'vitest'
import { makeClinicApi } from '../../functions/handlers/clinic-api.ts'
import { hearReply } from '../../lib/care/hear-reply.ts'
import { after, MINUTE } from '../../lib/time/instant.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { apiEvent, CONTEXT } from './events.ts'
import { type World, world } from './fakes.ts'

let here: World

beforeEach(async () => {
  here = await world()
})

async function ask(call: string, options: Parameters<typeof apiEvent>[1] = {}, services = here.services) {
  const { statusCode, body = '' } = await makeClinicApi(services)(apiEvent(call, options), CONTEXT)
  return { status: statusCode, body: JSON.parse(body) }
}

const enrol = (reference: string, mobile: string, ...times: readonly string[]) =>
  ask('POST /v1/patients', {
    body: {
      reference,
      mobile,
      givenName: 'Bea',
      injections: times.map((at) => ({ at })),
      consent: { given: '2026-11-23', method: 'written' },
    },
  })

const hear = (from: string, body: string, services = here.services) =>
  hearReply(services, { sid: `SM${body}`, from, to: HARBOUR.sender, body })

/** Settings as GET shows them, which PUT takes back. */
const settings = async () => (await ask('GET /v1/clinic')).body

describe('the tasks of a patient', () => {
  it('hold what she wrote until they were resolved, and nothing of what she wrote later', async () => {
    const { body: enrolled } = await enrol('bea-1', '0491 570 156', '2026-12-01T10:00')
    await hear('+61491570156', 'purple elephants dance')
    const { body: open } = await ask('GET /v1/tasks')
    await ask(`POST /v1/tasks/${open.items[0].id}/resolve`, { body: { actor: 'Kim' } })
    const now = after(here.services.clock.now(), MINUTE)
    const later = { ...here.services, clock: { ...here.services.clock, now: () => now } }
    await hear('+61491570156', 'and they sing', later)

    const { body } = await ask(`GET /v1/patients/${enrolled.patient.id}`)

    expect(open.items).toMatchObject([{ kind: 'unknown', words: 'purple elephants dance' }])
    expect(body.tasks).toMatchObject([
      { resolved: { by: 'Kim' }, words: 'purple elephants dance' },
      { words: 'and they sing' },
    ])
  })
})

describe('GET /v1/today', () => {
  it('shows the whole day in one answer, with what is needed to call and to act', async () => {
    await enrol('bea-1', '0491 570 156', '2026-11-24T10:00', '2027-01-12T10:00')
    await hear('+61491570156', 'I cannot breathe')
    await hear('+61491570156', 'R')
    const patient = {
      id: expect.any(String),
      reference: 'bea-1',
      mobile: '+61491570156',
      givenName: 'Bea',
    }

    const { status, body } = await ask('GET /v1/today', { key: 'read-key' })

    expect(status).toBe(200)
    expect(body).toEqual({
      now: { utc: '2026-11-23T03:00:00Z', local: '2026-11-23T14:00', zone: 'Australia/Sydney' },
      strip: {
        sending: 'normal',
        lastSentAt: '2026-11-23T03:00:00Z',
        // The welcome that went; the reminder, and what she is told if nobody takes her red flag on.
        dueToday: 3,
        sentToday: 1,
        stuck: 0,
        unanswered: 0,
        late: 0,
        open: true,
        closes: '2026-11-23T17:00',
        onCall: { A: '+61491570157', B: '+61491570158', tier2AlertsNow: true },
      },
      needsPerson: {
        items: [
          {
            id: `${body.needsPerson.items[0].patient.id}.1`,
            patient,
            tier: 1,
            at: '2026-11-23T03:00:00Z',
            words: 'I cannot breathe',
            minutesWaiting: 0,
            alert: 1,
            alerted: [{ at: '2026-11-23T03:00:00Z', to: ['A'], byText: true, byEmail: true }],
          },
        ],
        total: 1,
      },
      visits: {
        items: [
          {
            patient,
            course: 1,
            injection: 1,
            at: '2026-11-24T10:00',
            state: 'wants-change',
            task: expect.stringMatching(/\.1$/),
          },
        ],
        total: 1,
      },
      closeVisits: { items: [], total: 0 },
      questions: {
        items: [
          {
            id: body.visits.items[0].task,
            patient,
            kind: 'change',
            at: '2026-11-23T03:00:00Z',
            dueBy: '2026-11-23T06:00:00Z',
            overdue: false,
            words: 'I cannot breathe\nR',
          },
        ],
        total: 1,
      },
      numbersAndConsent: { items: [], total: 0 },
      scoresBeforeVisit: { items: [], total: 0 },
      stuck: { items: [], total: 0 },
    })
  })

  it('says of a visit that she had confirmed before she opted out', async () => {
    const { body: enrolled } = await enrol('bea-1', '0491 570 156', '2026-11-24T10:00')
    const visit = `/v1/patients/${enrolled.patient.id}/courses/1/injections/1`
    await ask(`PUT ${visit}`, { body: { actor: 'Kim', state: 'confirmed' } })
    await hear('+61491570156', 'STOP')

    const { body } = await ask('GET /v1/today')

    expect(body.visits.items).toMatchObject([{ state: 'opted-out', confirmed: true }])
  })

  it('shows another clinic nothing of it', async () => {
    await enrol('bea-1', '0491 570 156', '2026-11-24T10:00')
    await hear('+61491570156', 'I cannot breathe')

    const { body } = await ask('GET /v1/today', { key: 'other-key' })

    expect(JSON.stringify(body)).not.toMatch(/bea-1|570156|breathe/)
    expect(body).toMatchObject({ needsPerson: { total: 0 }, visits: { total: 0 }, strip: { dueToday: 0 } })
  })
})

describe('GET and PUT /v1/clinic', () => {
  it('shows settings that may be sent back as they are, and change nothing', async () => {
    const before = await settings()

    const { status, body } = await ask('PUT /v1/clinic', { body: before })

    expect(status).toBe(200)
    expect(body.changes).toEqual([])
    expect(await settings()).toEqual({ ...before, changed: { at: '2026-11-23T03:00:00Z', by: 'api' } })
  })

  it('changes what differs, and says what and for how many patients', async () => {
    await enrol('bea-1', '0491 570 156', '2026-12-10T10:00')
    const { friday: _, ...opening } = (await settings()).opening
    const wanted = {
      ...(await settings()),
      ...{ opening, holidays: 'AU-NSW', closedDays: ['2026-12-31', '2026-12-30'] },
      ...{ phone: '02 5550 9999', textingHours: '09:00-19:00', actor: 'Kim' },
      onCall: { A: '0491 570 158' },
    }

    const tried = await ask('PUT /v1/clinic', { query: 'dryRun=true', body: wanted })
    const untouched = await settings()
    const { body } = await ask('PUT /v1/clinic', { body: wanted })

    expect(body).toEqual(tried.body)
    expect(untouched.phone).toBe('02 5550 1234')
    expect(body.changes).toEqual([
      { path: 'phone', from: '02 5550 1234', to: '02 5550 9999' },
      { path: 'opening.friday', from: '08:30-17:00', to: null },
      { path: 'holidays', from: null, to: 'AU-NSW' },
      { path: 'closedDays', from: [], to: ['2026-12-30', '2026-12-31'] },
      { path: 'textingHours', from: '08:00-20:00', to: '09:00-19:00' },
      { path: 'onCall.A', from: '+61491570157', to: '+61491570158' },
      { path: 'onCall.B', from: '+61491570158', to: null },
    ])
    expect(body.patients).toMatchObject({ total: 1, examined: 1, affected: 1 })
    expect(body.clinic).toMatchObject({ holidaysUntil: '2028-12-31', changed: { by: 'Kim' } })
    expect(await settings()).toEqual(body.clinic)
  })

  it('refuses to undo unseen what somebody has changed since the settings were read', async () => {
    await ask('PUT /v1/clinic', { body: { ...(await settings()), actor: 'Kim' } })
    const read = await settings()
    const later = { ...read, onCall: { A: '+61491570158' }, actor: 'Lee' }
    await ask('PUT /v1/clinic', { body: later })

    const stale = await ask('PUT /v1/clinic', { body: { ...read, name: 'Harbour', actor: 'Kim' } })
    const repeated = await ask('PUT /v1/clinic', { body: later })

    expect(stale).toMatchObject({ status: 409, body: { errors: [{ path: 'changed' }] } })
    expect(stale.body.errors[0].message).toMatch(/^Lee has changed the settings at .* read them again/)
    expect(repeated.status).toBe(200)
    expect(await settings()).toMatchObject({ name: 'Harbour Sports Med', onCall: { A: '+61491570158' } })
  })

  it('sees the very first change of somebody else, too', async () => {
    const read = await settings()
    await ask('PUT /v1/clinic', { body: { ...read, phone: '02 5550 9999', actor: 'Kim' } })

    const stale = await ask('PUT /v1/clinic', { body: { ...read, name: 'Harbour', actor: 'Lee' } })

    expect(stale).toMatchObject({ status: 409, body: { errors: [{ path: 'changed' }] } })
    expect(await settings()).toMatchObject({ phone: '02 5550 9999', name: 'Harbour Sports Med' })
  })

  it('refuses settings that lose a safety step, and names it', async () => {
    const wanted = { ...(await settings()), textingHours: '14:00-17:00' }

    const { status, body } = await ask('PUT /v1/clinic', { query: 'dryRun=true', body: wanted })

    expect(status).toBe(422)
    expect(body.errors).toContainEqual({
      path: '',
      message: expect.stringMatching(
        /^with these settings F1 \(flare guidance\) of injection 1 at .* never go/,
      ),
    })
  })

  it.each([
    ['a name too long for the texts', { name: 'Harbour Sports Medicine' }, 'name'],
    ['an emoji in the name', { name: 'Harbour 💪' }, 'name'],
    ['a phone number in words', { phone: 'ask Kim' }, 'phone'],
    ['an emergency number nobody can call', { emergencyNumber: '0' }, 'emergencyNumber'],
    ['texting in the night', { textingHours: '05:00-20:00' }, 'textingHours'],
    ['closing before opening', { opening: { monday: '17:00-08:30' } }, 'opening.monday'],
    ['a clinic that never opens', { opening: {} }, 'opening'],
    ['a day nobody has', { opening: { monday: '08:30-17:00', caturday: '08:00-09:00' } }, 'opening.caturday'],
    ['a date that does not exist', { closedDays: ['2026-02-30'] }, 'closedDays[0]'],
    ['holidays nobody has', { holidays: 'AU-XX' }, 'holidays'],
    ['a ladder that goes back', { ladderMinutes: [0, 10, 5, 40, 60] }, 'ladderMinutes'],
    ['a ladder that starts too late', { ladderMinutes: [60, 70, 80, 90, 100] }, 'ladderMinutes'],
    ['another sender', { sender: '+61480000009' }, 'sender'],
    ['another zone', { timeZone: 'Australia/Perth' }, 'timeZone'],
    ['a setting nobody knows', { colour: 'red' }, 'colour'],
    ['a contact without a mobile', { onCall: { A: '02 5550 1234' } }, 'onCall.A'],
    ['a hold of nothing released', { hold: { all: false, protocols: ['v9'] } }, 'hold.protocols[0]'],
  ])('refuses %s', async (_, change, path) => {
    const { status, body } = await ask('PUT /v1/clinic', { body: { ...(await settings()), ...change } })

    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ path }])
    expect((await settings()).changed).toBeNull()
  })

  it('asks for all of the settings', async () => {
    const { body } = await ask('PUT /v1/clinic', { body: { name: 'Harbour' } })

    const missing = body.errors.find(({ path }: { path: string }) => path === 'holidays')
    expect(missing.message).toMatch(/^missing: .*AU-NSW.* or null for none$/)
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['phone', 'opening', 'holidays', 'textingHours', 'protocolSettings', 'hold']),
    )
  })

  it('shows and changes each clinic its own', async () => {
    const other = await ask('GET /v1/clinic', { key: 'other-key' })

    await ask('PUT /v1/clinic', { key: 'other-key', body: { ...other.body, name: 'Elsewhere' } })

    expect(other.body).toMatchObject({ id: 'other', name: 'Other Clinic' })
    expect(await settings()).toMatchObject({ id: 'harbour', name: 'Harbour Sports Med' })
  })
})

describe('protocols', () => {
  it('are listed, and shown with the words of every step', async () => {
    const list = await ask('GET /v1/protocols')
    const one = await ask('GET /v1/protocols/sij-prolotherapy-v1')

    expect(list.body.items).toMatchObject([{ id: 'sij-prolotherapy-v1', newest: true }])
    expect(one.body.steps).toContainEqual({
      step: 'F2',
      kind: 'flare: warning signs (safety)',
      on: 'given',
      when: { day: 2, time: '10:00' },
      until: { day: 10 },
      text: expect.stringContaining('{clinic}: fever, or hot, red or oozing skin?'),
    })
  })

  it('preview a course as it will be, and enrol nobody', async () => {
    const injections = [{ at: '2026-12-01T10:00' }, { at: '2027-01-12T10:00' }]

    const preview = await ask('POST /v1/protocols/sij-prolotherapy-v1/preview', { body: { injections } })
    const listed = await ask('GET /v1/patients')
    const enrolled = await enrol('bea-1', '0491 570 156', ...injections.map(({ at }) => at))

    expect(listed.body.items).toEqual([])
    const words = ({ id, utc, body }: { id: string; utc: string; body: string }) => ({ id, utc, body })
    expect(preview.body.items.map(words)).toEqual(enrolled.body.plan.map(words))
  })

  it('preview it for another zone, and warn of a short gap', async () => {
    const body = {
      timeZone: 'Australia/Perth',
      injections: [{ at: '2026-12-01T10:00' }, { at: '2026-12-15T10:00' }],
    }

    const preview = await ask('POST /v1/protocols/sij-prolotherapy-v1/preview', { body, key: 'read-key' })

    expect(preview.body.items[0].zone).toBe('Australia/Perth')
    expect(preview.body.warnings).toEqual([expect.stringContaining('14 days after injection 1')])
  })

  it.each([
    ['a date that has passed', { injections: [{ at: '2026-11-01T10:00' }] }, 'injections[0].at'],
    ['no injections', {}, 'injections'],
    ['a zone nobody has', { injections: [{ at: '2026-12-01T10:00' }], timeZone: 'Mars' }, 'timeZone'],
  ])('refuse %s', async (_, body, path) => {
    const answer = await ask('POST /v1/protocols/sij-prolotherapy-v1/preview', { body })

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path }] } })
  })

  it.each([
    ['GET /v1/protocols/none', {}],
    ['POST /v1/protocols/none/preview', { body: { injections: [{ at: '2026-12-01T10:00' }] } }],
  ])('answer 404 to %s', async (call, options) => {
    expect((await ask(call, options)).status).toBe(404)
  })
})

describe('POST /v1/visits/move', () => {
  const AWAY = { from: '2027-01-12', to: '2027-01-15', actor: 'Kim' }

  it('previews and moves the visits of those days, a week on unless told otherwise', async () => {
    const { body } = await enrol('bea-1', '0491 570 156', '2026-12-01T10:00', '2027-01-12T10:00')
    const { id } = body.patient

    const tried = await ask('POST /v1/visits/move', { query: 'dryRun=true', body: AWAY })
    const moved = await ask('POST /v1/visits/move', { body: AWAY })
    const again = await ask('POST /v1/visits/move', { body: AWAY })
    const after = await ask(`GET /v1/patients/${id}`)

    expect(moved.body).toEqual(tried.body)
    expect(moved.body).toMatchObject({
      items: [
        {
          patient: { id, reference: 'bea-1', mobile: '+61491570156' },
          visits: [{ course: 1, injection: 2, from: '2027-01-12T10:00', to: '2027-01-19T10:00' }],
          state: 'moved',
          texts: { removed: [], warnings: [] },
        },
      ],
      ...{ moved: 1, refused: 0, left: 0 },
    })
    expect(moved.body.items[0].texts.moved).toContainEqual(
      expect.objectContaining({ step: 'F1', injection: 2 }),
    )
    expect(again.body).toEqual({ items: [], moved: 0, refused: 0, left: 0 })
    expect(after.body.courses[0].injections[1]).toMatchObject({ at: '2027-01-19T10:00', visit: 2 })
  })

  it('moves nobody of another clinic', async () => {
    await enrol('bea-1', '0491 570 156', '2026-12-01T10:00', '2027-01-12T10:00')

    expect((await ask('POST /v1/visits/move', { body: AWAY, key: 'other-key' })).body.items).toEqual([])
  })

  it.each([
    [{ from: '2027-01-12', to: '2027-01-15', days: 2 }, 'days'],
    [{ from: '2027-01-12', to: '2027-01-15', days: 1.5 }, 'days'],
    [{ from: '2027-01-12', to: '2027-01-11' }, 'to'],
    [{ from: '2027-02-30', to: '2027-03-01' }, 'from'],
  ])('refuses %j', async (body, path) => {
    expect(await ask('POST /v1/visits/move', { body })).toMatchObject({
      status: 422,
      body: { errors: [{ path }] },
    })
  })
})

describe('GET /v1/ops/summary', () => {
  it('shows the dashboard in figures, and no patient', async () => {
    await enrol('bea-1', '0491 570 156', '2026-11-24T10:00')
    await hear('+61491570156', 'I cannot breathe')

    const { status, body } = await ask('GET /v1/ops/summary', { key: 'ops-key' })

    expect(status).toBe(200)
    expect(body).toMatchObject({
      at: '2026-11-23T03:00:00Z',
      hours: 24,
      clinics: [{ id: 'harbour', patients: { active: 1 }, openEscalations: 1, held: false }],
      ledgers: { read: 1, of: 1 },
    })
    expect(body.rows.map(({ title }: { title: string }) => title)).toEqual(['Now', 'Today'])
    expect(body.rows[1].parts).toContainEqual({
      title: 'Seconds late: half of the texts, 99 of 100, the latest',
      as: 'graph',
      figures: [
        { name: 'LatenessSeconds', statistic: 'p50', value: 0 },
        { name: 'LatenessSeconds', statistic: 'p99', value: 0 },
        { name: 'LatenessSeconds', statistic: 'Maximum', value: 0 },
      ],
    })
    expect(body.lateness).toHaveLength(24)
    expect(JSON.stringify(body)).not.toMatch(/bea-1|570156|breathe|"p-/)
  })
})

describe('keys', () => {
  it.each([
    ['read-key', 'PUT /v1/clinic'],
    ['read-key', 'POST /v1/visits/move'],
    ['read-key', 'GET /v1/ops/summary'],
    ['other-key', 'GET /v1/ops/summary'],
    ['ops-key', 'GET /v1/today'],
    ['ops-key', 'GET /v1/clinic'],
    ['ops-key', 'GET /v1/protocols'],
  ])('%s may not %s', async (key, call) => {
    const { status } = await ask(call, call.startsWith('GET') ? { key } : { key, body: {} })

    expect(status).toBe(403)
  })
})

describe('PATCH /v1/patients/{id}', () => {
  it('names a wrong number and an unknown field at once', async () => {
    const { body } = await enrol('bea-1', '0491 570 156', '2026-12-01T10:00')

    const answer = await ask(`PATCH /v1/patients/${body.patient.id}`, { body: { mobile: 'x', foo: 1 } })

    expect(answer.status).toBe(422)
    expect(answer.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['foo', 'mobile'])
  })
})
