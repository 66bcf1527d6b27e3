import { readSettings } from '../lib/settings.ts'
import { makeSweep } from './handlers/sweep.ts'
import { servicesFrom } from './services.ts'

export const handler = makeSweep(servicesFrom(readSettings()))
