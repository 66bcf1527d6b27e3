import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Makes the folder and keeps other processes out of it until released: its database can serve one at a time.
 * @returns the release
 * @throws Error naming the folder and the process when another one has it
 */
export function holdFolder(dir: string): () => void {
  mkdirSync(dir, { recursive: true })
  const file = join(dir, 'in-use-by')
  const holder = holderIn(file)
  if (holder !== undefined)
    throw new Error(`data folder ${dir}: in use by process ${holder}; stop it or use another folder`)
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}

/** The living process named in the file; one that died without releasing holds nothing. */
function holderIn(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    if (pid === process.pid || !Number.isInteger(pid) || pid < 1) return undefined
    // Signal 0 asks only whether the process is there.
    process.kill(pid, 0)
    return pid
  } catch (error) {
    const isForeign = error instanceof Error && 'code' in error && error.code === 'EPERM'
    return isForeign ? Number(readFileSync(file, 'utf8')) : undefined
  }
}
