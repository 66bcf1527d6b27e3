import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { INBOUND } from '../../lib/routes.ts'
import { bundleOfFunction } from '../../local/commands/bench/bundles.ts'
import { webhookCall } from '../../local/commands/bench/events.ts'
import { startMeasured } from '../../local/commands/bench/measured.ts'
import { patientsMidCourse, type Stage, startStage } from '../../local/commands/bench/stage.ts'

const ANSWER = z.object({ body: z.string() })

describe('receive-reply as it is deployed, in a process of its own', () => {
  let stage: Stage
  let file = ''
  const folders: string[] = []

  beforeAll(async () => {
    stage = await startStage()
    file = (await bundleOfFunction('receive-reply')).file
  })
  afterAll(async () => {
    await stage.close()
    for (const folder of folders) rmSync(folder, { recursive: true })
  })

  it.each([
    ['a sign of the tables', 'i cant feel my bum'],
    ['words that only the second reader knows', 'my trousers were soaked again and i never knew'],
  ])('reads %s with what goes along with it', async (_, Body) => {
    const [patient] = await patientsMidCourse(stage, 1)
    const reply = webhookCall(INBOUND.path, {
      MessageSid: `SM${'1'.repeat(32)}`,
      From: patient?.mobile ?? '',
      To: stage.clinic.sender,
      Body,
    })
    const fn = await startMeasured(file, stage.environment)

    const { answer } = await fn.run([reply], 1)
    await fn.close()

    expect(ANSWER.parse(answer).body).toContain(stage.clinic.emergencyNumber)
  })

  it('starts with all that goes along with it', () => {
    expect(startedWith(() => {})).toBe('')
  })

  it.each(['tables.txt', 'weights.bin'])('does not start without %s', (name) => {
    const said = startedWith((folder) => rmSync(join(folder, 'made', name)))

    expect(said).toContain('no such file or directory')
    expect(said).toContain(`made/${name}`)
  })

  it.each(['tables.txt', 'weights.bin'])('does not start with %s as it was not made', (name) => {
    const said = startedWith((folder) => appendFileSync(join(folder, 'made', name), '0'))

    expect(said).toContain(`made/${name}: its digest is`)
  })

  /** What it says on its way out; nothing if it starts. */
  function startedWith(harm: (folder: string) => void): string {
    const folder = mkdtempSync(join(tmpdir(), 'reply-bundle-'))
    folders.push(folder)
    cpSync(dirname(file), folder, { recursive: true })
    harm(folder)
    const load = ['-e', 'require(process.argv[1]); process.exit()', join(folder, basename(file))]
    const started = spawnSync(process.execPath, load, { env: stage.environment, encoding: 'utf8' })
    return started.status === 0 ? '' : started.stderr
  }
})
