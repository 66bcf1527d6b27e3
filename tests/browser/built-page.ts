import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..', '..')
const CONSOLE = join(ROOT, 'console')
export const DIST = join(CONSOLE, 'dist')

/** Before any test: builds the page unless the build there is younger than every source of it. */
export async function setup(): Promise<void> {
  const built = join(DIST, 'index.html')
  const sources = readdirSync(CONSOLE, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith(`dist${sep}`))
    .map((name) => join(CONSOLE, name))
    .filter((file) => statSync(file).isFile())
  const newest = Math.max(...[...sources, join(ROOT, 'vite.config.ts')].map((file) => statSync(file).mtimeMs))
  if (existsSync(built) && statSync(built).mtimeMs > newest) return
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' })
}
