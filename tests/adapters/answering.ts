import { type Listening, listen, type VendorAnswer, type VendorCall } from '../../local/stand-ins/stand-in.ts'

/** Somebody on loopback who answers as told, and what they were asked. */
export interface Answering extends Listening {
  readonly calls: readonly VendorCall[]
}

export async function answering(
  answer: (call: VendorCall) => VendorAnswer | Promise<VendorAnswer>,
): Promise<Answering> {
  const calls: VendorCall[] = []
  const listening = await listen((call) => {
    calls.push(call)
    return answer(call)
  })
  return { ...listening, calls }
}
