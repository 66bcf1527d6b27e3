import { z } from 'zod'
import { startVendor, type VendorName } from '../vendors.ts'
import { type Answers, answering, tell } from './answering.ts'
import { offsetClock } from './offset-clock.ts'
import { GATEWAY_MS, RULES, STAGE } from './place.ts'

// One vendor's stand-in in a process of its own. Its name is the argument.

const clock = offsetClock()
const { now } = clock
const invokeAsync = async (functionName: string, json: string): Promise<void> => tell({ functionName, json })

const FAULT = z.union([
  z.enum(['none', '429', 'reset-after-accept']),
  z.object({ code: z.number(), status: z.number() }),
])

const VENDORS: Readonly<Record<Exclude<VendorName, 'scheduler'>, () => Promise<Answers>>> = {
  async dynamodb() {
    const { url, tableName, requests } = await startVendor.dynamodb({})
    return { place: () => ({ url, tableName }), requests }
  },
  async eventbridge() {
    const { url, runDue } = await startVendor.eventbridge({ now, invokeAsync, rulesPerBus: RULES })
    return { place: () => ({ url }), runDue }
  },
  async ssm() {
    const { url } = await startVendor.ssm({ stage: STAGE })
    return { place: () => ({ url }) }
  },
  async sns() {
    const { url } = await startVendor.sns({ now })
    return { place: () => ({ url }) }
  },
  async twilio() {
    const twilio = await startVendor.twilio({ now, answerAfterMs: GATEWAY_MS })
    // Callbacks would tell what became of a text whose answer was lost. Here nothing but looking does.
    twilio.callbacks('lost')
    return {
      place: () => ({ url: twilio.url }),
      runDue: twilio.runDue,
      messages: twilio.messages,
      faults: (faults) => twilio.nextSend(...z.array(FAULT).parse(faults)),
    }
  },
}

const isVendor = (name: string): name is keyof typeof VENDORS => Object.hasOwn(VENDORS, name)

async function answers(name = ''): Promise<Answers> {
  if (!isVendor(name)) throw new Error(`vendor "${name}": expected one of ${Object.keys(VENDORS).join(', ')}`)
  return { ...(await VENDORS[name]()), clock: (offset) => clock.shift(z.number().parse(offset)) }
}

answering(answers(process.argv[2]))
