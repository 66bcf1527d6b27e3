import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { clinicId, phoneNumber } from '../../lib/patient/identifiers.ts'
import type { Role } from '../../lib/ports/clinic-register.ts'
import { enrolAnn, signIn, useBrowser } from './open-console.ts'

const { startService, openConsole } = useBrowser()

describe('signing in', () => {
  it('takes a key and a name, forgets both with the page, and keeps nothing in the browser', async () => {
    const cloud = await startService({ inAws: true })
    await enrolAnn(cloud)
    const { page } = await openConsole(cloud, { at: 'patients' })

    await signIn(page, cloud.key)

    await page.getByRole('link', { name: 'ann-001' }).waitFor()
    expect(await page.getByRole('link', { name: 'Phones' }).count()).toBe(0)
    expect(await page.evaluate('localStorage.length + sessionStorage.length + document.cookie.length')).toBe(
      0,
    )
    await page.reload()
    await page.getByLabel('API key').waitFor()
  })

  it('refuses a wrong key in words', async () => {
    const { page } = await openConsole(await startService({ inAws: true }))

    await signIn(page, 'not-a-key')

    expect(await page.getByRole('alert').innerText()).toContain('API key')
  })

  it("with another clinic's key shows nothing of this one, page by page", async () => {
    const cloud = await startService({ inAws: true })
    const id = await enrolAnn(cloud)
    await keyOfAnotherClinic(cloud, 'other-key', ['clinic'])
    const { page } = await openConsole(cloud, { at: 'patients' })
    await signIn(page, 'other-key')
    await page.getByText('Nobody is enrolled yet').waitFor()

    for (const part of ['', '/course', '/sheet', '/evidence']) {
      await page.evaluate(`location.hash = '#/patients/${id}${part}'`)
      await page.getByText('this clinic has no such patient').waitFor()
      expect(await page.locator('body').innerText()).not.toContain('ann-001')
    }
    await page.evaluate(`location.hash = '#/settings'`)
    await page.getByRole('heading', { name: 'Opening hours' }).waitFor()
    expect(await page.getByLabel('Name in texts').inputValue()).toBe('Elsewhere Physio')
    await page.evaluate(`location.hash = '#/visits/move'`)
    await page.getByLabel('First day away').fill('2026-12-01')
    await page.getByLabel('Last day away').fill('2026-12-01')
    await page.getByRole('button', { name: 'Show whose visits' }).click()
    await page.getByText('There are no visits on these days.').waitFor()
    await page.evaluate(`location.hash = '#/today'`)
    await page.getByText('Nobody is waiting.').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('ann-001')
  })

  it('with the key of an operator shows how the service does, and nothing of a clinic', async () => {
    const cloud = await startService({ inAws: true })
    await enrolAnn(cloud)
    await keyOfAnotherClinic(cloud, 'operators-key', ['ops'])
    const { page } = await openConsole(cloud, { at: 'today' })

    await signIn(page, 'operators-key')

    await page.getByRole('heading', { name: 'Operations' }).waitFor()
    expect(await page.getByRole('link', { name: 'Patients' }).count()).toBe(0)
    expect(await page.locator('body').innerText()).not.toMatch(/ann-001|0491/)
  })
})

type Here = Awaited<ReturnType<typeof startService>>

async function keyOfAnotherClinic({ services, clinic }: Here, key: string, roles: Role[]): Promise<void> {
  const other = {
    ...clinic,
    id: clinicId('elsewhere'),
    name: 'Elsewhere Physio',
    sender: phoneNumber('+61491570111'),
  }
  await services.clinics.saveClinic(other)
  const hash = createHash('sha256').update(key).digest('hex')
  await services.clinics.saveApiKey(hash, { clinicId: other.id, roles })
}
