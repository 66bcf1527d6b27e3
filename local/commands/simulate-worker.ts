import { parentPort } from 'node:worker_threads'
import { type Share, simulateShare } from '../../tests/simulation/simulate.ts'

parentPort?.on('message', async (share: Share) => parentPort?.postMessage(await simulateShare(share)))
