import { afterEach, describe, expect, it } from 'vitest'
import { endJourneys, journeyFrom } from './journey.ts'

afterEach(endJourneys)

describe('medicines, on the evening after the first injection', () => {
  it('are answered by what they are, and never with a "stop" to what a doctor prescribed', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const ann = await here.enrol()
    await here.until('2026-12-02T19:45')

    const gel = await ann.writes('can I take voltaren gel')
    const prescribed = await ann.writes('my rheumatologist put me on mobic')
    const unknown = await ann.writes('zorbolex ok?')
    const pregnant = await ann.writes('im pregnant')
    await here.until('2026-12-12T12:00')

    expect(gel).toEqual([
      'Harbour Sports Med: Voltaren Gel counts as an anti-inflammatory too. Please leave it off for now. If a doctor prescribed it, call 02 5550 1234 first.',
    ])
    expect(prescribed).toEqual([
      'Harbour Sports Med: Mobic is an anti-inflammatory, so please avoid it. If a doctor prescribed it, keep taking it and call 02 5550 1234.',
    ])
    expect(unknown).toEqual([
      "Harbour Sports Med: we can't check that one by text. Ask a pharmacist or call 02 5550 1234 before you take it. Keep taking prescribed medicines as normal.",
    ])
    expect(pregnant).toEqual([
      'Harbour Sports Med: thanks for telling us. Please call 02 5550 1234 before your next visit so we can plan safely. Bleeding or unwell? 1800 022 222 or 000.',
    ])
    expect(await ann.tasks()).toEqual(expect.arrayContaining(['medicine', 'pregnant']))
    expect(await ann.became('P1a@1.1.1', 'B1a@1.1.1', 'X1@1.1.1', 'F2@1.1.1')).toEqual([
      'skipped: paused',
      'skipped: paused',
      'skipped: paused',
      'delivered',
    ])
  })

  it('already taken are noted for the doctor, without scolding', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const ann = await here.enrol()
    await here.until('2026-12-02T19:45')

    const answered = await ann.writes('I took two nurofen this morning')

    expect(answered).toEqual([
      'Harbour Sports Med: thanks for saying. Prescribed Nurofen? Keep on and call 02 5550 1234. If not, please take no more for now. Unwell? 1800 022 222',
    ])
    expect((await here.call('GET', `/v1/patients/${ann.id}`)).body.slips).toMatchObject([
      { ingredient: 'ibuprofen' },
    ])
  })
})
