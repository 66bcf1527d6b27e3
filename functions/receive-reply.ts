import { readSettings } from '../lib/settings.ts'
import { makeReceiveReply } from './handlers/receive-reply.ts'
import { servicesFrom } from './services.ts'

export const handler = makeReceiveReply(servicesFrom(readSettings()))
