import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..', '..')
const CONSOLE = join(ROOT, 'console')

/** Builds the page unless the build there is younger than every source of it. */
export async function buildPage(): Promise<void> {
  const built = join(CONSOLE, 'dist', 'index.html')
  const sources = [CONSOLE, join(CONSOLE, 'styles')].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(folder, name)),
  )
  const newest = Math.max(...[...sources, join(ROOT, 'vite.config.ts')].map((file) => statSync(file).mtimeMs))
  if (existsSync(built) && statSync(built).mtimeMs > newest) return
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' })
}
