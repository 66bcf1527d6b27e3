import { startedServices } from './cold-start.ts'
import { makeClinicApi } from './handlers/clinic-api.ts'

export const handler = makeClinicApi(startedServices())
