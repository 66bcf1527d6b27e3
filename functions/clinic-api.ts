import { readSettings } from '../lib/settings.ts'
import { makeClinicApi } from './handlers/clinic-api.ts'
import { servicesFrom } from './services.ts'

export const handler = makeClinicApi(servicesFrom(readSettings()))
