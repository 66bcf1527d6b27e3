import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

interface SourceFile {
  readonly path: string
  readonly text: string
  /** Repository paths of our own modules, and bare names of packages. */
  readonly imports: readonly string[]
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|import\('([^']+)'\)/g

function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && !name.includes('node_modules'))
    .map((name) => {
      const path = normalize(join(folder, name))
      const text = readFileSync(join(ROOT, path), 'utf8')
      const imports = [...text.matchAll(IMPORT)].map(([, a, b, c]) => resolved(path, a ?? b ?? c ?? ''))
      return { path, text, imports }
    })
}

const resolved = (from: string, specifier: string): string =>
  specifier.startsWith('.') ? relative(ROOT, join(ROOT, dirname(from), specifier)) : specifier

/** Who may import what of ours. A folder may always import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'lib/time': [],
  'lib/patient': ['lib/time'],
  'lib/protocol': ['lib/patient', 'lib/time'],
  'lib/plan': ['lib/protocol', 'lib/patient', 'lib/time'],
  'lib/triage': ['lib/protocol', 'lib/patient', 'lib/time'],
  'lib/ops': ['lib/patient', 'lib/time'],
  'lib/ports': ['lib/patient', 'lib/time', 'lib/ops/metric-names.ts'],
  'lib/care': ['lib/plan', 'lib/triage', 'lib/protocol', 'lib/patient', 'lib/time', 'lib/ports'],
  'lib/adapters': ['lib/ports', 'lib/patient', 'lib/time', 'lib/ops'],
  functions: [
    ...['lib/care', 'lib/plan', 'lib/protocol', 'lib/patient', 'lib/time', 'lib/ports', 'lib/ops'],
    ...['lib/settings.ts', 'lib/routes.ts'],
  ],
  // The table's definition is data: what keys and indexes the adapter relies on, and the stack creates.
  cdk: [
    'lib/settings.ts',
    'lib/routes.ts',
    'lib/ops',
    'lib/ports',
    'lib/patient',
    'lib/adapters/dynamodb/table.ts',
  ],
}

const files = Object.keys(MAY_IMPORT).flatMap((folder) =>
  sourceFiles(folder).map((file) => ({ folder, ...file })),
)

describe.each(Object.entries(MAY_IMPORT))('%s', (folder, allowed) => {
  it(`imports of ours only itself and ${allowed.join(', ') || 'nothing'}`, () => {
    const own = files.filter((file) => file.folder === folder)

    const strays = own.flatMap(({ path, imports }) =>
      imports
        .filter((name) => /^(lib|functions|cdk|local|console|tests)\//.test(name))
        .filter(
          (name) => ![folder, ...allowed].some((place) => name === place || name.startsWith(`${place}/`)),
        )
        .filter((name) => !(path === 'functions/services.ts' && name.startsWith('lib/adapters/')))
        .map((name) => `${path} imports ${name}`),
    )

    expect(own.length).toBeGreaterThan(0)
    expect(strays).toEqual([])
  })
})

describe('vendors', () => {
  it('are named in adapters alone, at most one in a folder', () => {
    const VENDOR = /^(@aws-sdk\/|@smithy\/|twilio(\/|$)|@aws-lambda-powertools\/)/
    // What every client of the SDK is made of, and no service.
    const PARTS = /^(@smithy\/|@aws-sdk\/(core|credential-provider-node)(\/|$))/
    const outside = files.filter(
      ({ path, imports }) => !path.startsWith('lib/adapters/') && imports.some((name) => VENDOR.test(name)),
    )
    const perFolder = new Map<string, Set<string>>()
    for (const { path, imports } of files) {
      const adapter = /^lib\/adapters\/([^/]+)\//.exec(path)?.[1]
      const vendors = imports
        .filter((name) => VENDOR.test(name) && !PARTS.test(name))
        .map((name) => name.replace(/^@aws-sdk\/(client|lib)-/, '').split('/')[0] ?? '')
      if (adapter !== undefined)
        perFolder.set(adapter, new Set([...(perFolder.get(adapter) ?? []), ...vendors]))
    }

    const crowded = [...perFolder].filter(([, vendors]) => vendors.size > 1)

    // The composition root builds the clients, and the clean-up of a deleted stack runs outside the service.
    expect(
      outside
        .map(({ path }) => path)
        .filter((path) => path !== 'functions/services.ts' && !path.startsWith('cdk/')),
    ).toEqual([])
    expect(crowded.map(([adapter, vendors]) => `${adapter}: ${[...vendors].join(', ')}`)).toEqual([])
  })
})

describe('the outside world', () => {
  const product = [...sourceFiles('lib'), ...sourceFiles('functions')]

  it('is asked for the time in one adapter', () => {
    const readers = product.filter(({ text }) =>
      /Date\.now\(|new Date\(|Temporal\.Now|performance\.now\(/.test(text),
    )

    expect(readers.map(({ path }) => path)).toEqual(['lib/adapters/system/clock.ts'])
  })

  it('is asked for its environment in the settings alone', () => {
    const readers = product.filter(({ text }) => /process\.env/.test(text))

    expect(readers.map(({ path }) => path)).toEqual(['lib/settings.ts'])
  })

  it('is unknown to the pure folders: nothing there waits, and chance has one source', () => {
    const pure = files.filter(({ path }) => /^lib\/(time|patient|protocol|plan|triage)\//.test(path))

    expect(
      pure.filter(({ text }) => /\basync\b|\bawait\b|\bPromise\b/.test(text)).map(({ path }) => path),
    ).toEqual([])
    expect(product.filter(({ text }) => /Math\.random/.test(text)).map(({ path }) => path)).toEqual([])
  })
})

describe('stand-ins', () => {
  it('know vendors, not patients', () => {
    const strays = sourceFiles('local/stand-ins').flatMap(({ path, imports }) =>
      imports
        .filter((name) => name.startsWith('lib/') && name !== 'lib/adapters/dynamodb/table.ts')
        .map((name) => `${path} imports ${name}`),
    )

    expect(strays).toEqual([])
  })
})
