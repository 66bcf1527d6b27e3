import { startedServices } from './cold-start.ts'
import { makeSweep } from './handlers/sweep.ts'

export const handler = makeSweep(startedServices())
