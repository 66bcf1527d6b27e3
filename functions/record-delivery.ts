import { readSettings } from '../lib/settings.ts'
import { makeRecordDelivery } from './handlers/record-delivery.ts'
import { servicesFrom } from './services.ts'

export const handler = makeRecordDelivery(servicesFrom(readSettings()))
