import type { Services } from '../../lib/care/services.ts'
import { ACTIONS } from '../api/actions.ts'
import { makeApi } from './api.ts'

/** Called by AWS: every request of the clinic API but imports. */
export const makeClinicApi = (services: Services) => makeApi(services, 'clinic-api', ACTIONS)
