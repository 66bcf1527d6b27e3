import { readSettings } from '../lib/settings.ts'
import { makeSendDueTexts } from './handlers/send-due-texts.ts'
import { servicesFrom } from './services.ts'

export const handler = makeSendDueTexts(servicesFrom(readSettings()))
