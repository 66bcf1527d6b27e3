import { describe, expect, it } from 'vitest'
import { restartSending } from '../../../local/commands/restart-sending-command.ts'
import { sydney } from '../../fixtures/ann.ts'
import { HARBOUR } from '../../fixtures/harbour.ts'
import { memoryStore } from '../../memory/store.ts'

const FLAGS = ['--region', 'ap-southeast-2', '--table', 'texts', '--clinic', HARBOUR.id]

describe('restarting sending', () => {
  it('closes the breaker of the clinic', async () => {
    const { breakers } = memoryStore()
    const at = sydney('2026-12-01T10:00')
    await breakers.open(HARBOUR.id, { openedAt: at, account: false, code: 21606, probes: 3, triedAt: at })

    const said = await restartSending(FLAGS, () => breakers)

    expect(said).toContain('sending starts again')
    expect(await breakers.read(HARBOUR.id)).toBeUndefined()
  })

  it('says so when nothing is held', async () => {
    const { breakers } = memoryStore()

    expect(await restartSending(FLAGS, () => breakers)).toContain('nothing to do')
  })

  it('names a flag that is wrong', async () => {
    const { breakers } = memoryStore()

    await expect(restartSending(['--region', 'Sydney'], () => breakers)).rejects.toThrow('--region')
  })
})
