import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { instant } from '../../lib/time/instant.ts'
import type { Cloud } from '../../local/cloud.ts'
import { enrolAnn, useBrowser } from './open-console.ts'

const { startService, openConsole } = useBrowser()

/** As long as a reference or a name may be, with nowhere to break. */
const LONGEST = 'Featherstonehaugh'.repeat(3).slice(0, 40)
const PHONE_WIDTH = 320
/** What a finger hits without aiming, in pixels. */
const LEAST_TAP = 44

/** A clinic in which every kind of thing has happened. */
async function busyClinic(): Promise<{ cloud: Cloud; id: string }> {
  const cloud = await startService({ still: true })
  const id = await enrolAnn(cloud)
  await enrolAnn(cloud, { reference: 'bea-002', mobile: '0491 570 156', givenName: 'Bea' })
  await enrolAnn(cloud, { reference: LONGEST, mobile: '0491 570 313', givenName: LONGEST })
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
  ['patients', '3 patients'],
  ['patients/enrol', 'Consent to be texted'],
  ['patients/import', 'A CSV file'],
  [`patients/${id}`, 'Still to come'],
  [`patients/${id}/course`, 'A further course'],
  [`patients/${id}/sheet`, 'By injection'],
  [`patients/${id}/evidence`, 'Who changed what'],
  ['visits/move', 'First day away'],
  ['settings', 'Opening hours'],
  ['ops', 'How late texts went'],
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

  it('fits a screen 320 pixels wide, with the longest names', async () => {
    const { cloud, id } = await busyClinic()
    const { page } = await openConsole(cloud, { width: PHONE_WIDTH })
    const wide: string[] = []

    for (const [at = '', words = ''] of pagesOf(id)) {
      await show(page, at, words)
      wide.push(...(await page.evaluate<string[]>(STICKING_OUT)).map((name) => `${at}: ${name}`))
    }

    expect(wide).toEqual([])
  })

  it('has nothing on a phone that a finger would miss', async () => {
    const { cloud, id } = await busyClinic()
    const { page } = await openConsole(cloud, { width: PHONE_WIDTH })
    const small: string[] = []

    for (const [at = '', words = ''] of pagesOf(id)) {
      await show(page, at, words)
      small.push(...(await page.evaluate<string[]>(HARD_TO_HIT)).map((name) => `${at}: ${name}`))
    }

    expect(small).toEqual([])
  })
})

/** Whatever reaches past the right edge of the screen; what scrolls by itself or is for ears alone may. */
const STICKING_OUT = `[...document.querySelectorAll('body *')]
  .filter((e) => e.getBoundingClientRect().right > ${PHONE_WIDTH} && !e.closest('.unseen, pre, svg, .skip, .progress'))
  .map((e) => e.tagName + ' ' + e.textContent.slice(0, 30))`

const HARD_TO_HIT = `[...document.querySelectorAll('main :is(button, select, input, .button)')]
  .filter((e) => e.type !== 'checkbox' && !e.closest('.unseen, .phones, .curl'))
  .filter((e) => e.getClientRects().length > 0 && e.getBoundingClientRect().height < ${LEAST_TAP})
  .map((e) => e.tagName + ' ' + (e.textContent || e.name).slice(0, 30))`

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

  it('a setting is changed, checked and applied', async () => {
    const { cloud } = await busyClinic()
    const { page } = await openConsole(cloud, { at: 'settings' })
    await page.getByText('Opening hours').first().waitFor()

    await tabTo(page, 'Phone')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('02 5550 9999')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'This would change' }).waitFor()
    await tabTo(page, 'Apply')
    await page.keyboard.press('Enter')

    await page.getByText(/^Applied/).waitFor()
    expect(await focused(page)).toBe('Settings')
  })

  it('the page is reached past the navigation, and each page says its name as it opens', async () => {
    const { cloud } = await busyClinic()
    const { page } = await openConsole(cloud, { at: 'today' })
    await page.getByRole('heading', { level: 1 }).waitFor()

    await tabTo(page, 'Patients')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Patients' }).waitFor()

    await expect.poll(() => focused(page)).toBe('Patients')
    await expect.poll(() => page.title()).toContain('Patients')
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
