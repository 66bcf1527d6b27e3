import type { Services } from '../../lib/care/services.ts'
import { IMPORT_ACTIONS } from '../api/import-actions.ts'
import { makeApi } from './api.ts'

/** Called by AWS: a clinic's file of patients, and the form of such a file. */
export const makeImportPatients = (services: Services) => makeApi(services, 'import-patients', IMPORT_ACTIONS)
