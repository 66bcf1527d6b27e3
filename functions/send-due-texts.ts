import { startedServices } from './cold-start.ts'
import { makeSendDueTexts } from './handlers/send-due-texts.ts'

export const handler = makeSendDueTexts(startedServices())
