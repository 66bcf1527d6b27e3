import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { septets } from '../../lib/protocol/gsm7.ts'
import { readClinic } from '../../local/commands/setup/clinic-file.ts'
import { ENROLLED } from '../fixtures/ann.ts'

const page = readFileSync(new URL('../../docs/deploy.md', import.meta.url), 'utf8')
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(page)?.[1] ?? ''

it('the clinic that the page writes down is one that setup reads', () => {
  expect(readClinic(JSON.parse(block('json')), ENROLLED).name).toBe('Harbour Sports Med')
})

it('the static fallback names the clinic and the emergency number in one segment, and promises no reader', () => {
  const message = /<Message>(.*)<\/Message>/.exec(block('xml'))?.[1] ?? ''

  expect(septets(message)).toBeGreaterThan(0)
  expect(septets(message)).toBeLessThanOrEqual(160)
  expect(message).toMatch(/^Harbour Sports Med: .*\b000\b/)
  expect(message).not.toMatch(/we will|soon/)
})

it('the idle lines add up to the sum, which with 40 % more stays below US$5', () => {
  const idle = page.slice(page.indexOf('### Idle'), page.indexOf('### A course'))
  const amounts = [...idle.matchAll(/^\| (?!\*\*)(?!What|-).*\| (\d+\.\d\d) \|$/gm)].map(([, amount]) =>
    Number(amount),
  )
  const sum = Number(/\*\*(\d+\.\d\d)\*\* \|$/m.exec(idle)?.[1])

  expect(amounts.reduce((total, amount) => total + amount, 0)).toBeCloseTo(sum, 2)
  expect(sum * 1.4).toBeLessThan(5)
})

it('the commands of the page are those of the project', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const named = [...page.matchAll(/npm run (\w+)/g)].map(([, name = '']) => name)

  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
})
