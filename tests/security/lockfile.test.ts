import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'

const ROOT = join(import.meta.dirname, '..', '..')
const read = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), 'utf8'))

const entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  inBundle: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  dev: z.boolean().optional(),
})
const { packages } = z.object({ packages: z.record(z.string(), entry) }).parse(read('package-lock.json'))
const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    allowScripts: z.record(z.string(), z.boolean()),
    scarfSettings: z.object({ enabled: z.boolean() }),
  })
  .parse(read('package.json'))

const locked = Object.entries(packages).filter(([path]) => path !== '')
const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? path

it('every package is wanted in one exact version', () => {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })

  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

it('every package comes from an npm registry and is known by its hash', () => {
  // What is bundled comes inside a package that is; without an address it is asked of the registry by name.
  const loose = locked.filter(
    ([, { inBundle, resolved = 'https://registry.npmjs.org/', integrity = '' }]) =>
      inBundle !== true &&
      !(resolved.startsWith('https://registry.npmjs.org/') && integrity.startsWith('sha512-')),
  )

  expect(locked.length).toBeGreaterThan(100)
  expect(loose.map(([path]) => path)).toEqual([])
})

it('every script that a package would run as it is installed has been looked at, and nothing deployed has one', () => {
  const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true)

  expect(scripted.map(([path]) => nameOf(path)).filter((name) => !(name in manifest.allowScripts))).toEqual(
    [],
  )
  expect(scripted.filter(([, { dev }]) => dev !== true).map(([path]) => path)).toEqual([])
})

it('no package reports on whoever installs it', () => {
  expect(manifest.allowScripts['@scarf/scarf']).toBe(false)
  // An npm that knows no allowScripts runs them all: this is what scarf itself heeds.
  expect(manifest.scarfSettings).toEqual({ enabled: false })
})
