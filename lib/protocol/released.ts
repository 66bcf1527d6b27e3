import { checkStepKeys, type Protocol } from './protocol.ts'
import { SIJ_PROLOTHERAPY_V1 } from './sij-prolotherapy-v1.ts'

/** Every released protocol version, newest last. */
export const PROTOCOLS: readonly Protocol[] = [SIJ_PROLOTHERAPY_V1]

for (const protocol of PROTOCOLS) checkStepKeys(protocol)

export const NEWEST_PROTOCOL = SIJ_PROLOTHERAPY_V1.id

export const findProtocol = (id: string): Protocol | undefined =>
  PROTOCOLS.find((protocol) => protocol.id === id)

/** @throws Error naming the id; a stored course always pins a released version */
export function protocolOf(id: string): Protocol {
  const protocol = findProtocol(id)
  if (protocol === undefined)
    throw new Error(`protocol "${id}": expected one of ${PROTOCOLS.map((p) => p.id).join(', ')}`)
  return protocol
}
