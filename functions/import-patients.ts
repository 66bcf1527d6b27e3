import { startedServices } from './cold-start.ts'
import { makeImportPatients } from './handlers/import-patients.ts'

export const handler = makeImportPatients(startedServices())
