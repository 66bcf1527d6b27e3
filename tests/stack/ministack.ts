import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** The version whose differences from AWS are known; see https://github.com/ministackorg/ministack */
const VERSION = '1.5.33'
const HOME = join(import.meta.dirname, '../../node_modules/.cache', `ministack-${VERSION}`)
const PROGRAM = join(HOME, 'bin/ministack')
const START_TIMEOUT_MS = 60_000
export const REGION = 'us-east-1'
export const ACCOUNT = '000000000000'

export interface MiniStack {
  readonly url: string
  /** What any AWS client or tool needs in its environment to talk to it and to nothing else. */
  readonly environment: Readonly<Record<string, string>>
  close(): Promise<void>
}

/** Why it cannot be had here; undefined when it is installed. */
export function installMiniStack(): string | undefined {
  if (existsSync(PROGRAM)) return undefined
  const venv = spawnSync('python3', ['-m', 'venv', HOME], { encoding: 'utf8' })
  if (venv.error !== undefined) return 'there is no python3 on this machine'
  if (venv.status !== 0)
    return `python3 cannot make a virtual environment: ${lastLine(venv.stdout + venv.stderr)}`
  const pip = join(HOME, 'bin/pip')
  const install = spawnSync(pip, ['install', '--quiet', `ministack==${VERSION}`], { encoding: 'utf8' })
  return install.status === 0 ? undefined : `pip cannot install it: ${lastLine(install.stderr)}`
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? ''

/** Starts it on a free port of 127.0.0.1; its log goes to `logFile`. */
export async function startMiniStack(logFile: string): Promise<MiniStack> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const environment = {
    AWS_ENDPOINT_URL: url,
    AWS_ENDPOINT_URL_S3: url,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  }
  const log = openSync(logFile, 'w')
  const child = spawn(PROGRAM, [], {
    env: {
      ...process.env,
      ...environment,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      IOT_MTLS_ENABLED: '0',
    },
    stdio: ['ignore', log, log],
  })
  await answering(`${url}/_ministack/health`, child)
  return { url, environment, close: () => ended(child) }
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + START_TIMEOUT_MS
  for (;;) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    if (child.exitCode !== null || Date.now() > until) throw new Error('MiniStack does not answer')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** Free a moment ago; a program that takes no port 0 needs to be told one. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') return reject(new Error('expected a TCP address'))
      server.close(() => resolve(address.port))
    })
  })
}
