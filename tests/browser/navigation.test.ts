import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useBrowser } from './open-console.ts'

const { startService, openConsole } = useBrowser()

const lit = (page: Page) => page.locator('nav [aria-current="page"]').innerText()

describe('the way through the pages', () => {
  it.each([
    ['', 'Phones'],
    ['today', 'Today'],
    ['visits/move', 'Today'],
    ['patients/enrol', 'Patients'],
  ])('shows at "#/%s" that one is under %s', async (at, name) => {
    const { page } = await openConsole(await startService({ still: true }), { at })

    await page.getByRole('heading', { level: 1 }).waitFor()

    expect(await lit(page)).toBe(name)
  })

  it('leads back from a page that is none', async () => {
    const { page } = await openConsole(await startService({ still: true }), { at: 'paitents' })
    await page.getByText('There is no page of this name').waitFor()

    await page.getByRole('link', { name: 'All patients' }).click()

    await page.getByRole('heading', { name: 'Patients' }).waitFor()
  })

  it('leads to every call of the API', async () => {
    const { page } = await openConsole(await startService({ still: true }), { at: 'today' })

    await page.getByRole('link', { name: 'The API' }).click()

    await page.getByText('/v1/patients/{id}/plan').first().waitFor()
  })
})

describe('settings that were changed and not applied', () => {
  it('are kept when somebody clicks away by mistake, and dropped when they mean it', async () => {
    const { page } = await openConsole(await startService({ still: true }), { at: 'settings' })
    const asked: string[] = []
    let leaves = false
    page.on('dialog', (dialog) => {
      asked.push(dialog.message())
      return leaves ? dialog.accept() : dialog.dismiss()
    })
    await page.getByLabel('City').fill('Manly')

    await page.getByRole('link', { name: 'Today' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()

    await expect.poll(() => new URL(page.url()).hash).toBe('#/settings')
    expect(await page.getByLabel('City').inputValue()).toBe('Manly')
    expect(asked).toHaveLength(2)
    leaves = true
    await page.getByRole('link', { name: 'Today' }).click()
    await page.getByText('Nobody is waiting.').waitFor()
    expect(asked.at(-1)).toContain('not applied yet')
  })

  it('are asked about before the page closes, and only while there are any', async () => {
    const { page } = await openConsole(await startService({ still: true }), { at: 'settings' })
    const wouldStay = () =>
      page.evaluate<boolean>(`!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))`)
    await page.getByLabel('City').waitFor()
    const before = await wouldStay()

    await page.getByLabel('City').fill('Manly')
    await page.getByText('Changed, not applied yet.').waitFor()

    expect(before).toBe(false)
    await expect.poll(wouldStay).toBe(true)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(wouldStay).toBe(false)
  })
})
