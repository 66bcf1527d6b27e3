import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { BUNDLING, FILES, SUPPORTED } from '../../../cdk/constructs/bundling.ts'
import { TIMEOUT_SECONDS } from '../../../lib/settings.ts'

export interface Module {
  /** From the root of the project. */
  readonly path: string
  readonly bytes: number
}

export interface Bundle {
  readonly file: string
  readonly bytes: number
  /** Largest first. */
  readonly modules: readonly Module[]
  /** Of the files that go along with it. */
  readonly bytesBeside: number
}

/** Every function of the stack: each is `functions/<name>.ts`. */
export const FUNCTIONS: readonly string[] = [...Object.keys(TIMEOUT_SECONDS), 'remove-alarms']

const ROOT = join(import.meta.dirname, '../../..')
const { mainFields, target, minify, externalModules, define } = BUNDLING

/** The format CDK is told by a name of its own; the platform it does not let choose. */
const CJS = { bundle: true, format: 'cjs', platform: 'node', target } as const
export const AS_DEPLOYED: BuildOptions = {
  ...CJS,
  mainFields,
  minify,
  external: externalModules,
  define,
  supported: SUPPORTED,
}
/** The same, but for what we leave out. */
export const WITH_EVERYTHING: BuildOptions = { ...AS_DEPLOYED, external: [] }
/** CDK's defaults with `bundleAwsSDK: true`: without it the SDK is the runtime's own copy, which is not on this machine. */
export const CDK_DEFAULT: BuildOptions = CJS

let folder: string | undefined
const built = new Map<string, Promise<Bundle>>()

/** One file in a folder of its own with what goes along, kept until this process ends. */
export function bundle(entry: string, name: string, options: BuildOptions): Promise<Bundle> {
  const known = built.get(name) ?? make(entry, name, options)
  built.set(name, known)
  return known
}

export const bundleOfFunction = (name: string): Promise<Bundle> =>
  bundle(`functions/${name}.ts`, name, AS_DEPLOYED)

export const bundleOfBench = (file: string, options: BuildOptions = AS_DEPLOYED): Promise<Bundle> =>
  bundle(`local/commands/bench/${file}.ts`, file.replace('/', '-'), options)

async function make(entry: string, name: string, options: BuildOptions): Promise<Bundle> {
  const folderOfIt = join(scratch(), name)
  const file = join(folderOfIt, 'index.cjs')
  const { metafile } = await build({
    ...options,
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile: file,
    metafile: true,
    logLevel: 'error',
  })
  const [output] = Object.values(metafile.outputs)
  const modules = Object.entries(output?.inputs ?? {}).map(([path, { bytesInOutput }]) => ({
    path,
    bytes: bytesInOutput,
  }))
  return {
    file,
    bytes: output?.bytes ?? 0,
    modules: modules.toSorted((one, other) => other.bytes - one.bytes),
    bytesBeside: putBeside(name, folderOfIt),
  }
}

/** As the stack does it. */
function putBeside(name: string, folderOfIt: string): number {
  const files = FILES[name]
  if (files === undefined) return 0
  const from = join(ROOT, files.from)
  cpSync(from, join(folderOfIt, files.as), { recursive: true })
  const paths = statSync(from).isFile() ? [from] : readdirSync(from).map((file) => join(from, file))
  return paths.reduce((sum, path) => sum + statSync(path).size, 0)
}

function scratch(): string {
  if (folder !== undefined) return folder
  const made = mkdtempSync(join(tmpdir(), 'sij-texts-bench-'))
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  folder = made
  return made
}
