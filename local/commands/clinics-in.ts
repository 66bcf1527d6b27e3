import { dynamoClinicRegister } from '../../lib/adapters/dynamodb/clinic-register.ts'
import { dynamoDocuments } from '../../lib/adapters/dynamodb/items.ts'
import type { ClinicRegister } from '../../lib/ports/clinic-register.ts'

/** The clinics in a deployment's table, by the credentials of whoever runs the command. */
export const clinicsIn = ({
  region,
  table,
}: {
  readonly region: string
  readonly table: string
}): ClinicRegister => dynamoClinicRegister({ documents: dynamoDocuments({ region }), tableName: table })
