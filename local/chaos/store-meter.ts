import { z } from 'zod'
import type { Patient } from '../../lib/patient/patient.ts'
import { SECOND } from '../../lib/time/instant.ts'
import { copiesOf } from './enrolled.ts'
import type { Setting } from './run.ts'
import type { World } from './world.ts'

/** Measures how many calls a second the store alone takes from the same processes, at the same concurrency. */
export async function storeMeter(
  { services, dynamodb, senders }: World,
  { texts, concurrency, storeAloneMs: milliseconds }: Setting,
  [patient]: readonly Patient[],
) {
  const isWanted = milliseconds > 0 && patient !== undefined
  const copies = isWanted ? await copiesOf(services, patient, texts) : []
  const slots = Array.from({ length: concurrency }, (_, slot) =>
    copies.filter((_, number) => number % concurrency === slot),
  )
  return async (gatewayMs: number): Promise<number> => {
    if (!isWanted) return 0
    await senders.ready()
    const processes = senders.children()
    const [before, began] = [await requestsOf(dynamodb), performance.now()]
    await Promise.all(
      processes.map((process, index) =>
        process.ask('storeAlone', {
          milliseconds,
          gatewayMs,
          patients: slots.filter((_, slot) => slot % processes.length === index),
        }),
      ),
    )
    return ((await requestsOf(dynamodb)) - before) / ((performance.now() - began) / SECOND)
  }
}

export const requestsOf = (dynamodb: World['dynamodb']): Promise<number> =>
  dynamodb.ask('requests', undefined, z.number())
