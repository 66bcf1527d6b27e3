import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { instant } from '../../lib/time/instant.ts'
import type { Cloud } from '../../local/cloud.ts'
import { enrolAnn, useBrowser } from './open-console.ts'

const { startService, openConsole } = useBrowser()

/** A clinic in which every kind of thing has happened. */
async function busyClinic(): Promise<{ cloud: Cloud; id: string }> {
  const cloud = await startService({ still: true })
  const id = await enrolAnn(cloud)
  await enrolAnn(cloud, { reference: 'bea-002', mobile: '0491 570 156', givenName: 'Bea' })
  const at = (iso: string) => cloud.advanceTo(instant(Date.parse(iso)))
  const says = (mobile: string, words: string) => cloud.twilio.receive(mobile, cloud.clinic.sender, words)
  await at('2026-11-30T18:00+11:00')
  await says('+61491570006', '6')
  await at('2026-12-04T12:00+11:00')
  await says('+61491570006', '4')
  await says('+61491570156', 'fever and the spot is weeping')
  await at('2026-12-04T12:15+11:00')
  return { cloud, id }
}

const pagesOf = (id: string) => [
  ['today', 'Needs a person'],
  ['patients', '2 patients'],
  ['patients/enrol', 'Consent to be texted'],
  ['patients/import', 'A CSV file'],
  [`patients/${id}`, 'Still to come'],
  [`patients/${id}/sheet`, 'By injection'],
  [`patients/${id}/evidence`, 'Who changed what'],
  ['ops', 'Lateness'],
  ['phones', 'Bea'],
]

async function show(page: Page, at: string, words: string): Promise<void> {
  await page.evaluate(`location.hash = '#/${at}'`)
  await page.getByText(words).first().waitFor()
}

describe('every page', () => {
  it.each(['light', 'dark'] as const)('has nothing that axe objects to, in %s', async (colorScheme) => {
    const { cloud, id } = await busyClinic()
    const { page } = await openConsole(cloud)
    // What is just fading in has not its colours yet.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(axe.source)
    const found: string[] = []

    for (const [at = '', words = ''] of pagesOf(id)) {
      await show(page, at, words)
      const { violations } = await page.evaluate<axe.AxeResults>('axe.run()')
      found.push(
        ...violations.map(
          ({ id, nodes }) => `${at}: ${id} at ${nodes.map(({ target }) => target).join(', ')}`,
        ),
      )
    }

    expect(found).toEqual([])
  })

  it('fits a screen 320 pixels wide', async () => {
    const { cloud, id } = await busyClinic()
    const { page } = await openConsole(cloud, { width: 320 })
    const wide: string[] = []

    for (const [at = '', words = ''] of pagesOf(id)) {
      await show(page, at, words)
      if ((await page.evaluate('document.documentElement.scrollWidth')) !== 320) wide.push(at)
    }

    expect(wide).toEqual([])
  })
})

describe('with the keyboard alone', () => {
  it('a red flag is found, called about and closed', async () => {
    const { cloud } = await busyClinic()
    const { page } = await openConsole(cloud, { at: 'today' })
    await page.getByText('fever and the spot is weeping').waitFor()

    await tabTo(page, 'I have it: bea-002')
    await page.keyboard.press('Enter')
    await page.getByText('Front desk has it').waitFor()
    await tabTo(page, 'Done: bea-002')
    await page.keyboard.press('Space')
    await tabTo(page, 'What came of it')
    await page.keyboard.type('Doctor has called')
    await page.keyboard.press('Enter')

    await page.getByText('Nobody is waiting.').waitFor()
  })

  it('the page is reached past the navigation, and each page says its name as it opens', async () => {
    const { cloud } = await busyClinic()
    const { page } = await openConsole(cloud, { at: 'today' })
    await page.getByRole('heading', { level: 1 }).waitFor()

    await tabTo(page, 'Patients')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Patients' }).waitFor()

    expect(await focused(page)).toBe('Patients')
    expect(await page.title()).toContain('Patients')
  })
})

const focused = (page: Page) =>
  page.evaluate<string>(
    `(() => { const e = document.activeElement; return e.getAttribute('aria-label') ?? e.labels?.[0]?.firstChild?.textContent ?? e.textContent })()`,
  )

/** @throws Error when no step of Tab reaches it */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page)).trim() === name) return
  }
  throw new Error(`Tab never reaches "${name}"`)
}
