import { startedServices } from './cold-start.ts'
import { makeRecordDelivery } from './handlers/record-delivery.ts'

export const handler = makeRecordDelivery(startedServices())
