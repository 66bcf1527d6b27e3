import { parentPort } from 'node:worker_threads'
import { type Herd, simulateHerd } from '../../tests/simulation/herd/herd.ts'

parentPort?.on('message', async (herd: Herd) => parentPort?.postMessage(await simulateHerd(herd)))
