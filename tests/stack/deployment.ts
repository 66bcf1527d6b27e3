import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ACCOUNT, type MiniStack, REGION } from './ministack.ts'

const BIN = join(import.meta.dirname, '../../node_modules/.bin')

export interface Outputs {
  readonly ApiUrl: string
  readonly Url: string
  readonly Table: string
}

/** A program's output; @throws Error with its last lines when it fails. */
export function run(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, ...environment } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(output)
      else
        reject(new Error(`${program} ${args[0]} failed:\n${output.trim().split('\n').slice(-25).join('\n')}`))
    })
  })
}

const cdk = (miniStack: MiniStack, args: readonly string[]): Promise<string> =>
  run(join(BIN, 'cdk'), [...args, '--no-notices'], {
    ...miniStack.environment,
    CI: 'true',
    CDK_DISABLE_VERSION_CHECK: '1',
  })

export const bootstrap = (miniStack: MiniStack, folder: string): Promise<string> =>
  cdk(miniStack, ['bootstrap', `aws://${ACCOUNT}/${REGION}`, '--output', join(folder, 'bootstrap')])

export interface Stage {
  readonly stage: string
  /** Context of the app, as `-c name=value`. */
  readonly choices: Readonly<Record<string, string>>
  readonly folder: string
}

const choicesOf = ({ stage, choices }: Stage): readonly string[] =>
  Object.entries({ stage, ...choices }).flatMap(([name, value]) => ['-c', `${name}=${value}`])

export async function deploy(miniStack: MiniStack, stage: Stage): Promise<Outputs> {
  const outputs = join(stage.folder, `${stage.stage}.outputs.json`)
  const where = ['--output', join(stage.folder, stage.stage), '--outputs-file', outputs]
  await cdk(miniStack, ['deploy', '--require-approval', 'never', ...where, ...choicesOf(stage)])
  return JSON.parse(readFileSync(outputs, 'utf8'))[`sij-texts-${stage.stage}`]
}

export const destroy = (miniStack: MiniStack, stage: Stage): Promise<string> =>
  cdk(miniStack, ['destroy', '--force', '--output', join(stage.folder, stage.stage), ...choicesOf(stage)])
