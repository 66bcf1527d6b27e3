import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { instant, MINUTE } from '../../lib/time/instant.ts'
import { enrolAnn, useBrowser } from './open-console.ts'

const { startService, openConsole } = useBrowser()

describe('evidence on paper', () => {
  it('holds every text word for word, with number, times, protocol and signer, and nothing of the page around it', async () => {
    const cloud = await startService({ still: true })
    const id = await enrolAnn(cloud)
    await cloud.advanceTo(instant(Date.parse('2026-12-02T19:45+11:00')))
    await cloud.twilio.receive('+61491570006', cloud.clinic.sender, 'can I take voltaren gel')
    const { page } = await openConsole(cloud, { at: `patients/${id}/evidence` })
    await page.getByText('can I take voltaren gel').waitFor()

    const pdf = await page.pdf({ format: 'A4' })

    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
    const words = text.replace(/\s+/g, ' ')
    expect(words).toContain(
      'Harbour Sports Med: sore? Please skip Nurofen, Voltaren and the like: they may slow healing. Keep taking prescribed medicines. Unsure of one? Text its name.',
    )
    expect(words).toMatch(
      /N2, injection 1, to 0491 570 006, sent Wed 2 Dec 2026, 10:\d\d am, delivered Wed 2 Dec 2026, 10:\d\d am/,
    )
    expect(words).toContain('Protocol sij-prolotherapy-v1; signer: not signed off')
    expect(words).toContain('can I take voltaren gel')
    expect(words).toContain('Voltaren Gel counts as an anti-inflammatory too')
    expect(words).not.toContain('Sign out')
    expect(words).not.toContain('Next text')
  })

  it('says which answer to the patient and which alert to staff did not arrive, and with which code', async () => {
    const cloud = await startService({ still: true })
    const id = await enrolAnn(cloud)
    cloud.twilio.deliveryFails('+61491570006', 30005)
    cloud.twilio.deliveryFails(cloud.clinic.onCall.A, 30003)
    await cloud.twilio.receive('+61491570006', cloud.clinic.sender, 'fever and the spot is weeping')
    await cloud.runWork()
    await cloud.advanceTo(instant(cloud.now() + 2 * MINUTE))

    const { page } = await openConsole(cloud, { at: `patients/${id}/evidence` })

    await page.getByText(/Answer not delivered \(code 30005\), /).waitFor()
    await page.getByText(/Alerted on call A, .*text to A not delivered \(code 30003\), /).waitFor()
    await page.getByRole('link', { name: 'Back to the patient' }).click()
    await page.getByText('answer, not delivered').waitFor()
  })

  it('of an answer that arrived does not say otherwise because she opted out since', async () => {
    const cloud = await startService({ still: true })
    const id = await enrolAnn(cloud)
    await cloud.twilio.receive('+61491570006', cloud.clinic.sender, 'fever and the spot is weeping')
    await cloud.runWork()
    await cloud.advanceTo(instant(cloud.now() + 2 * MINUTE))
    await cloud.twilio.receive('+61491570006', cloud.clinic.sender, 'STOP')

    const { page } = await openConsole(cloud, { at: `patients/${id}/evidence` })

    await page.getByText('She opted out while this was open.').waitFor()
    await page.getByText(/^Answer delivered, /).waitFor()
    expect(await page.getByText('cannot have arrived').count()).toBe(0)
    await page.getByRole('link', { name: 'Back to the patient' }).click()
    await page.getByText('She opted out since: phone her.').waitFor()
    await cloud.twilio.receive('+61491570006', cloud.clinic.sender, 'START')
    await page.goto(page.url().replace(/\/?$/, '/sheet'))
    await page
      .getByText(/Stopped texts with a visit still booked \(no longer: gets texts again since /)
      .waitFor()
  })
})
