import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { makeClinicApi } from '../../functions/handlers/clinic-api.ts'
import { makeImportPatients } from '../../functions/handlers/import-patients.ts'
import type { Services } from '../../lib/care/services.ts'

/** The API as a caller has it: the function that the gateway would choose. */
export function makeWholeApi(services: Services) {
  const [clinicApi, importPatients] = [makeClinicApi(services), makeImportPatients(services)]
  return (event: APIGatewayProxyEventV2, context: Context) =>
    /^\/v1\/imports(\/template)?$/.test(event.rawPath)
      ? importPatients(event, context)
      : clinicApi(event, context)
}
