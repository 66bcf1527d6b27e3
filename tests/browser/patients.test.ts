import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Patient } from '../../console/api/shapes.ts'
import { after, instant } from '../../lib/time/instant.ts'
import { callApi, enrolAnn, signIn, useBrowser } from './open-console.ts'

const { startService, openConsole } = useBrowser()

const thread = (page: Page) => page.getByRole('log')
const inThread = (page: Page, words: string) => thread(page).getByText(words).first().waitFor()
const nextText = (page: Page) => page.getByRole('button', { name: 'Next text' }).click()

describe('enrolling', () => {
  it('shows every text before it is agreed to, and the welcome text after', async () => {
    const cloud = await startService()
    const { page, complaints, hosts } = await openConsole(cloud, { at: 'patients/enrol' })
    const preview = page.getByRole('region', { name: 'What the patient would get' })
    await page.getByLabel('Reference').fill('eve-009')
    await page.getByLabel('Given name').fill('')
    await page.getByLabel('Mobile').fill('0491 570 156')
    await page.getByLabel('Injection 1', { exact: true }).fill('2026-12-01T10:00')
    await page.getByRole('button', { name: 'Six weeks apart' }).click()
    await preview.getByText('48 texts').waitFor()
    await preview.getByText('about 10:00 am').first().waitFor()
    await page.getByText('The patient agreed').click()

    await page.getByRole('button', { name: 'Enrol', exact: true }).click()

    await page.getByRole('heading', { name: 'eve-009' }).waitFor()
    await inThread(page, 'we will text visit reminders and care tips')
    expect(complaints).toEqual([])
    expect([...hosts]).toEqual([new URL(cloud.url).host])
  })

  it('says beside each field what is wrong with it, all at once and in plain words', async () => {
    const { page } = await openConsole(await startService(), { at: 'patients/enrol' })
    await page.getByLabel('Mobile').fill('02 5550 1234')
    await page.getByLabel('Injection 2', { exact: true }).fill('')
    await page.getByLabel('Injection 3', { exact: true }).fill('2026-11-01T10:00')
    await page.getByText('The patient agreed').click()

    await page.getByRole('button', { name: 'Enrol', exact: true }).click()

    await page.getByText('Please mend: Mobile, Injection 3.').waitFor()
    expect(await describedBy(page, 'Mobile')).toContain('Is a landline')
    expect(await describedBy(page, 'Injection 3')).toMatch(
      /^Sun 1 Nov 2026, 10:00 am has passed in Sydney: give a time to come, or mark it as already given/,
    )
    expect(await describedBy(page, 'Reference')).toBe('')
    expect(await page.evaluate('document.activeElement.name')).toBe('mobile')
    expect(await page.locator('main').innerText()).not.toMatch(/injections\[|mobile:/)
  })
})

describe('what is to do for a patient', () => {
  it('shows what she wrote, as the day of the clinic does', async () => {
    const cloud = await startService({ still: true })
    const id = await enrolAnn(cloud)
    await cloud.twilio.receive('+61491570006', cloud.clinic.sender, 'purple elephants dance')

    const { page } = await openConsole(cloud, { at: `patients/${id}` })

    const toDo = page.getByRole('region', { name: 'To do now' })
    await toDo.getByText('purple elephants dance').waitFor()
    await toDo.getByText('due by Mon 23 Nov, 5:00 pm').waitFor()
    expect(await toDo.innerText()).not.toContain('red flag')
  })

  it('says which texts an open red flag keeps back, and of one that did not go that hold or flag kept it', async () => {
    const cloud = await startService({ still: true })
    const id = await enrolAnn(cloud)
    await cloud.advanceTo(instant(Date.parse('2026-12-03T12:00+11:00')))
    await cloud.twilio.receive('+61491570006', cloud.clinic.sender, 'fever and the spot is weeping')
    await cloud.advanceTo(instant(Date.parse('2026-12-06T12:00+11:00')))

    const { page } = await openConsole(cloud, { at: `patients/${id}` })

    const toDo = page.getByRole('region', { name: 'To do now' })
    await toDo.getByText(/^While a red flag is open, pain checks, nudges and flare guidance/).waitFor()
    const notSent = 'not sent: on hold, or red flag or pregnancy open'
    await page.getByText(notSent).first().waitFor()
    await page.getByRole('link', { name: 'Evidence' }).click()
    await page.getByText(notSent).first().waitFor()
  })
})

describe('the conversation', () => {
  it('keeps messages of one second in the order in which they came, each before its answer', async () => {
    const cloud = await startService({ still: true })
    const id = await enrolAnn(cloud)
    const said = ['purple elephants dance', 'and they sing', 'LESS']
    for (const body of said) {
      await cloud.advanceTo(after(cloud.services.clock.now(), 100))
      await cloud.twilio.receive('+61491570006', cloud.clinic.sender, body)
    }

    const { page } = await openConsole(cloud, { at: `patients/${id}` })
    await inThread(page, 'LESS')

    const shown = await thread(page).locator('.bubble.patient p').allInnerTexts()
    expect(shown.map((text) => text.replace(/^Patient:\s*/, ''))).toEqual(said)
  })
})

describe('a visit', () => {
  it('moves after its difference was seen, and the patient hears of it', async () => {
    const cloud = await startService()
    const id = await enrolAnn(cloud)
    const { page, complaints } = await openConsole(cloud, { at: `patients/${id}` })
    await page.getByRole('button', { name: 'Move injection 2' }).click()
    const form = page.getByRole('form', { name: 'Move injection 2' })
    await form.getByLabel('Date').fill('2027-01-14')
    await form.getByLabel('Time').fill('15:00')
    await form.getByText(/\d+ moved/).waitFor()
    await form.getByText('Which texts').click()
    await form.getByText(/Visit moved V1, injection 2/i).waitFor()
    await page.getByText('Tue 12 Jan').first().waitFor()

    await form.getByRole('button', { name: 'Move' }).click()

    await page.getByText('Thu 14 Jan').first().waitFor()
    await nextText(page)
    await inThread(page, 'your visit is now Thu 14 Jan at 3:00pm')
    expect(complaints).toEqual([])
  })

  it('that has moved again and again leaves its old texts folded away', async () => {
    const cloud = await startService({ still: true })
    const id = await enrolAnn(cloud)
    const path = `/v1/patients/${id}/courses/1/injections/2`
    for (const at of ['2027-01-13T10:00', '2027-01-14T10:00', '2027-01-15T10:00'])
      await callApi(cloud, 'PUT', path, { at })
    const { page } = await openConsole(cloud, { at: `patients/${id}` })
    const texts = page.getByRole('region', { name: 'Texts' })
    await texts.getByText('Still to come').waitFor()

    const replaced = texts.getByText(/^Not needed any more: \d+ replaced by later ones$/)

    expect(await texts.getByText('replaced', { exact: true }).filter({ visible: true }).count()).toBe(0)
    await replaced.click()
    await texts.getByText('replaced', { exact: true }).first().waitFor()
  })

  it('cannot move to before the one ahead of it, and the page says why', async () => {
    const cloud = await startService()
    const id = await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: `patients/${id}` })
    await page.getByRole('button', { name: 'Move injection 2' }).click()

    await page.getByRole('form', { name: 'Move injection 2' }).getByLabel('Date').fill('2026-11-25')

    expect(await page.getByRole('alert').innerText()).toContain('Wed 25 Nov 2026, 10:00 am')
  })

  it('cannot move to a day gone by, which would mark it as given', async () => {
    const cloud = await startService()
    const id = await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: `patients/${id}` })
    await page.getByRole('button', { name: 'Move injection 1' }).click()
    const form = page.getByRole('form', { name: 'Move injection 1' })

    await form.getByLabel('Date').fill('2026-11-01')

    expect(await page.getByRole('alert').innerText()).toContain('has passed')
    expect(await form.getByRole('button', { name: 'Move' }).isDisabled()).toBe(true)
  })

  it('is cancelled only when asked twice', async () => {
    const cloud = await startService()
    const id = await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: `patients/${id}` })

    await page.getByRole('button', { name: 'Cancel visit, injection 1' }).click()
    expect(await page.getByText('cancelled', { exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: /Yes, cancel and tell her/ }).click()

    await page.getByText('cancelled', { exact: true }).first().waitFor()
  })

  it('of the past that nobody marked is not called booked', async () => {
    const cloud = await startService()
    const id = await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: `patients/${id}` })
    const visits = page.getByRole('region', { name: 'Visits' })
    await page.getByText('Welcome').first().waitFor()

    await cloud.advanceTo(instantOf('2026-12-02T09:00+11:00'))

    await visits.getByText('not marked yet').waitFor()
    await page.getByRole('button', { name: 'Given injection 1' }).click()
    await visits.getByText('given', { exact: true }).waitFor()
  })
})

describe('a patient', () => {
  it('who sent STOP has no text to come', async () => {
    const cloud = await startService()
    const id = await enrolAnn(cloud)
    await cloud.runWork()
    await cloud.twilio.receive('+61491570006', cloud.clinic.sender, 'STOP')

    const { page } = await openConsole(cloud, { at: `patients/${id}` })

    await page.getByText('will not go: stopped').first().waitFor()
    await page.getByText('0 to come').waitFor()
    expect(await page.getByText('planned', { exact: true }).count()).toBe(0)
  })

  it('is put on hold and texted again', async () => {
    const cloud = await startService()
    const id = await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: `patients/${id}` })

    await page.getByRole('button', { name: 'Put on hold' }).click()
    await page.getByText('paused', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Send texts again' }).click()

    await page.getByText('active', { exact: true }).waitFor()
  })

  it('is erased only by typing the reference', async () => {
    const cloud = await startService()
    const id = await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: `patients/${id}` })
    await page.getByRole('button', { name: 'Erase' }).click()
    const form = page.getByRole('form', { name: 'Erase this patient' })

    await form.getByLabel('To erase').fill('ann')
    await form.getByRole('button', { name: 'Erase for good' }).click()
    await form.getByText('Type ann-001 exactly').waitFor()
    await form.getByLabel('To erase').fill('ann-001')
    await form.getByRole('button', { name: 'Erase for good' }).click()

    await page.getByText('ann-001 is being erased.').waitFor()
    expect((await callApi<Patient>(cloud, 'GET', `/v1/patients/${id}`)).state).toBe('erasing')
  })

  it('is found by reference among many pages of others', async () => {
    const cloud = await startService({ inAws: true })
    await Promise.all(
      Array.from({ length: 120 }, (_, index) =>
        enrolAnn(cloud, {
          reference: `p-${index}`,
          mobile: `0491 57${String(1000 + index)}`,
          label: `p${index}`,
        }),
      ),
    )
    const { page } = await openConsole(cloud, { at: 'patients' })
    await signIn(page, cloud.key)
    await page.getByText('120 patients').waitFor()

    await page.getByLabel('Find by reference').fill('P-11')

    await page.getByText('11 patients').waitFor()
    expect(await page.getByRole('row').count()).toBe(12)
  })
})

const instantOf = (iso: string) => instant(Date.parse(iso))

/** What stands under a field, as a reader by ear is told. */
async function describedBy(page: Page, label: string): Promise<string> {
  const id = await page
    .getByLabel(new RegExp(`^${label}`))
    .first()
    .getAttribute('aria-describedby')
  return id === null ? '' : page.locator(`[id="${id}"]`).innerText()
}
