import { z } from 'zod'
import { makeSendDueTexts } from '../../functions/handlers/send-due-texts.ts'
import { makeSweep } from '../../functions/handlers/sweep.ts'
import { servicesFrom } from '../../functions/services.ts'
import { readSettings, TIMEOUT_SECONDS } from '../../lib/settings.ts'
import { contextOf } from '../lambda.ts'
import { answering } from './answering.ts'
import { offsetClock } from './offset-clock.ts'
import { storeAlone } from './store-alone.ts'

// A function as it is deployed, made from its environment, in a process that may be killed. Only its clock is another.

const clock = offsetClock()
const services = servicesFrom(readSettings(), { clock })
const handlers = { 'send-due-texts': makeSendDueTexts(services), sweep: makeSweep(services) }

const RUN = z.object({ functionName: z.enum(['send-due-texts', 'sweep']), json: z.string() })
const STORE_ALONE = z.object({
  patients: z.array(z.array(z.string())),
  milliseconds: z.number(),
  gatewayMs: z.number(),
})

answering(
  Promise.resolve({
    clock: (offset: unknown) => clock.shift(z.number().parse(offset)),
    run: (input: unknown) => {
      const { functionName, json } = RUN.parse(input)
      return handlers[functionName](JSON.parse(json), contextOf(functionName, TIMEOUT_SECONDS[functionName]))
    },
    storeAlone: (input: unknown) => storeAlone(services, STORE_ALONE.parse(input)),
  }),
)
