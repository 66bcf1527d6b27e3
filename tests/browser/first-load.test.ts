import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { DIST } from './built-page.ts'

const MOST_BYTES = 150_000

describe('the first load', () => {
  it('is under 150 KB compressed, charts included; the documentation of the API is a page of its own', () => {
    const names = readdirSync(join(DIST, 'console')).filter((name) => !name.startsWith('docs-'))
    const files = ['index.html', ...names.map((name) => join('console', name))]

    const bytes = files.map((name) => gzipSync(readFileSync(join(DIST, name))).length)

    expect(readFileSync(join(DIST, 'index.html'), 'utf8')).not.toContain('docs-')
    expect(files.length).toBeGreaterThan(4)
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(MOST_BYTES)
  })
})
