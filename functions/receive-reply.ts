import { startedServices } from './cold-start.ts'
import { makeReceiveReply } from './handlers/receive-reply.ts'

export const handler = makeReceiveReply(startedServices())
