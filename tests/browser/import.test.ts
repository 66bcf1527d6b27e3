import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useBrowser } from './open-console.ts'

const { startService, openConsole } = useBrowser()

const HEADER = 'Reference,Mobile,Consent date,Consent method,Injection 1,Injection 2'
const ROWS = [
  'ann-001,491570006,20/11/2026,written,1/12/2026 10:00,12/01/2027 10:00',
  'bea-002,02 5550 1234,20/11/2026,written,1/12/2026 11:00,',
  'cal-003,0491 570 156,20/11/2026,written,31/02/2027 11:00,',
]

const choose = (page: Page, rows: readonly string[]) =>
  page.getByLabel('A CSV file').setInputFiles({
    name: 'patients.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`),
  })

const outcomeOf = (page: Page, row: number) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: String(row), exact: true }) })
    .innerText()

describe('a file of patients', () => {
  it('with mistakes is shown row by row, changes nothing until the click, and is safe to bring again', async () => {
    const cloud = await startService()
    const { page, complaints } = await openConsole(cloud, { at: 'patients/import' })

    await choose(page, ROWS)
    await page.getByRole('heading', { name: /This file/ }).waitFor()

    expect(await outcomeOf(page, 2)).toMatch(
      /new[\s\S]*mobile: \+61491570006[\s\S]*injection 1: Tue 1 Dec 2026 10:00am/,
    )
    expect(await outcomeOf(page, 3)).toMatch(/refused[\s\S]*Mobile/)
    expect(await outcomeOf(page, 4)).toMatch(/refused[\s\S]*Injection 1/)
    expect((await cloud.services.patients.list(cloud.clinic.id, { limit: 10 })).items).toEqual([])

    await page.getByRole('button', { name: 'Apply 1 change' }).click()
    await page.getByRole('heading', { name: /Done/ }).waitFor()
    await choose(page, ROWS.slice(0, 1))

    await page.getByText('There is nothing in this file to change.').waitFor()
    expect(await outcomeOf(page, 2)).toContain('unchanged')
    await page.getByRole('link', { name: 'ann-001' }).click()
    await page.getByRole('heading', { name: 'ann-001' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('with a wrong first row is told which columns are missing', async () => {
    const { page } = await openConsole(await startService(), { at: 'patients/import' })

    await page.getByLabel('A CSV file').setInputFiles({
      name: 'patients.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Reference,Mobile,Injection 1\r\nx,y,z\r\n'),
    })

    await page.getByText('The column "Consent date" is missing').waitFor()
    await page.getByText('the column "Consent method" is missing').waitFor()
  })

  it('starts from a template that the service gives', async () => {
    const { page } = await openConsole(await startService(), { at: 'patients/import' })
    const download = page.waitForEvent('download')

    await page.getByRole('button', { name: 'Get a file to start from' }).click()

    expect((await download).suggestedFilename()).toBe('patients.csv')
  })
})
