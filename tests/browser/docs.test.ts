import { describe, expect, it } from 'vitest'
import { useBrowser } from './open-console.ts'

const { startService, openConsole } = useBrowser()

describe('the documentation of the API', () => {
  it('shows every call, and asks nobody but the service itself', async () => {
    const cloud = await startService({ inAws: true })
    const { page, complaints, hosts } = await openConsole(cloud)

    await page.goto(`${cloud.url}/docs`)

    await page.getByText('/v1/patients/{id}/plan').first().waitFor()
    await page.getByText('/v1/escalations/{id}/acknowledge').first().waitFor()
    // The console, opened first, asks once whether it is on somebody's own machine.
    expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([])
    expect([...hosts]).toEqual([new URL(cloud.url).host])
  })
})
