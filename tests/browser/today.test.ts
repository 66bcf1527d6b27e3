import { describe, expect, it } from 'vitest'
import type { Escalation, Patient } from '../../console/api/shapes.ts'
import { instant } from '../../lib/time/instant.ts'
import { callApi, enrolAnn, useBrowser } from './open-console.ts'

const { startService, openConsole } = useBrowser()
const instantOf = (iso: string) => instant(Date.parse(iso))
const ANNS_PHONE = '+61491570006'

describe('the day of a clinic', () => {
  it('carries a red flag at night from her words to Done', async () => {
    const cloud = await startService({ still: true })
    await enrolAnn(cloud)
    const { page, complaints } = await openConsole(cloud, { at: 'today' })
    await page.getByText('Nobody is waiting.').waitFor()
    await cloud.advanceTo(instantOf('2026-12-05T02:00+11:00'))
    await cloud.twilio.receive(ANNS_PHONE, cloud.clinic.sender, 'fever and the spot is weeping')
    await cloud.advanceTo(instantOf('2026-12-05T02:25+11:00'))
    const needs = page.getByRole('region', { name: 'Needs a person' })

    await needs.getByText('fever and the spot is weeping').waitFor()
    await needs.getByText('waiting 25 min').waitFor()
    await needs.getByText('on call B at 2:20 am').waitFor()
    expect(await needs.getByRole('link', { name: /^Call/ }).getAttribute('href')).toBe(`tel:${ANNS_PHONE}`)
    expect(await page.title()).toContain('(1)')
    await needs.getByRole('button', { name: 'I have it' }).click()
    await needs.getByText('Front desk has it').waitFor()
    await needs.getByRole('button', { name: 'Done' }).click()
    await needs.getByRole('combobox', { name: 'What came of it' }).fill('Sent to the emergency department')
    await needs.getByRole('button', { name: 'Close it' }).click()

    await page.getByText('Nobody is waiting.').waitFor()
    const { items } = await callApi<{ items: Escalation[] }>(cloud, 'GET', '/v1/escalations?state=resolved')
    expect(items[0]?.resolved).toMatchObject({
      by: 'Front desk',
      outcome: 'Sent to the emergency department',
    })
    expect(complaints).toEqual([])
  })

  it('closes visits with one tap each', async () => {
    const cloud = await startService({ still: true })
    const ann = await enrolAnn(cloud)
    const bea = await enrolAnn(cloud, { reference: 'bea-002', mobile: '0491 570 156', givenName: 'Bea' })
    await cloud.advanceTo(instantOf('2026-12-01T17:00+11:00'))
    const { page } = await openConsole(cloud, { at: 'today' })
    const close = page.getByRole('region', { name: 'Close visits' })
    const marksOf = (reference: string) =>
      close.getByRole('group', { name: `What became of the visit of ${reference}` })

    await marksOf('ann-001').getByRole('button', { name: 'Given' }).click()
    await marksOf('ann-001').waitFor({ state: 'detached' })
    await marksOf('bea-002').getByRole('button', { name: 'Missed' }).click()

    await page.getByText('All visits of the last 14 days are marked.').waitFor()
    const first = async (id: string) =>
      (await callApi<Patient>(cloud, 'GET', `/v1/patients/${id}`)).courses[0]?.injections[0]?.state
    expect([await first(ann), await first(bea)]).toEqual(['given', 'missed'])
  })

  it('is not green while a text has no answer from Twilio', async () => {
    const cloud = await startService({ still: true })
    cloud.twilio.nextSend('reset-after-accept')
    await enrolAnn(cloud)

    const { page } = await openConsole(cloud, { at: 'today' })

    const strip = page.getByRole('region', { name: 'How the day goes' })
    await strip.getByText('1 text has no answer from Twilio yet: see Stuck.').waitFor()
    await strip.getByText('1 due today, 0 sent.').waitFor()
    expect(await strip.getAttribute('class')).toBe('strip stuck')
  })

  it('says of somebody who sent START after STOP that texts go again', async () => {
    const cloud = await startService({ still: true })
    const id = await enrolAnn(cloud)
    await cloud.runWork()
    for (const body of ['STOP', 'START']) await cloud.twilio.receive(ANNS_PHONE, cloud.clinic.sender, body)

    const { page } = await openConsole(cloud, { at: 'today' })
    const numbers = page.getByRole('region', { name: 'Numbers and consent' })
    await numbers.getByText('had sent STOP; gets texts again since Mon 23 Nov, 10:00 am').waitFor()
    expect(await numbers.innerText()).not.toContain('Knows nothing')
    await page.goto(`${cloud.url}/#/patients/${id}`)

    await page.getByText('No longer: gets texts again since Mon 23 Nov, 10:00 am.').waitFor()
  })

  it('says by when a task was due, which nobody promised her, and still that she had confirmed her visit', async () => {
    const cloud = await startService({ still: true })
    await enrolAnn(cloud)
    await cloud.advanceTo(instantOf('2026-11-29T10:00+11:00'))
    for (const body of ['C', 'STOP', 'can we speak'])
      await cloud.twilio.receive(ANNS_PHONE, cloud.clinic.sender, body)
    await cloud.advanceTo(instantOf('2026-11-30T17:01+11:00'))

    const { page } = await openConsole(cloud, { at: 'today' })

    await page.getByText('was due by Mon 30 Nov, 5:00 pm').waitFor()
    const visit = page.getByRole('region', { name: /^Visits/ }).getByRole('listitem')
    await visit.getByText('opted out: gets no reminder').waitFor()
    await visit.getByText('confirmed', { exact: true }).waitFor()
  })

  it('says in its first line how texts go, whether the clinic is open and who is on call', async () => {
    const cloud = await startService({ still: true })
    await enrolAnn(cloud)
    await cloud.runWork()

    const { page } = await openConsole(cloud, { at: 'today' })

    const strip = page.getByRole('region', { name: 'How the day goes' })
    await strip.getByText('Texts are going out normally. Last sent 10:00 am.').waitFor()
    await strip.getByText('Open until 5:00 pm.').waitFor()
    await strip.getByRole('link', { name: '0491 570 157' }).waitFor()
  })
})
