/**
 * What happens to the next POST of a message. `after-accept`: the message exists, but nobody is told. `none`: it fares
 * well, so that a fault can be asked for further on.
 */
export type SendFault =
  | 'none'
  | '429'
  | '500'
  | 'hang-after-accept'
  | 'reset-before'
  | 'reset-after-accept'
  | { readonly code: number; readonly status: number }

/** reordered: news of `sent` comes after the final news. */
export type CallbackMode = 'normal' | 'lost' | 'doubled' | 'reordered'

export interface TwilioFaults {
  /** One for each coming POST of a message, in order. */
  readonly sends: SendFault[]
  callbacks: CallbackMode
  /** Every request to the API is answered 503. */
  down: boolean
  /** Nothing leaves the queue. */
  stalled: boolean
  suspended: boolean
  /** Error code with which deliveries to a number end. */
  readonly unreachable: Map<string, number>
}

export const noFaults = (): TwilioFaults => ({
  sends: [],
  callbacks: 'normal',
  down: false,
  stalled: false,
  suspended: false,
  unreachable: new Map(),
})

/** The faults as tests and the console ask for them. */
export interface FaultControls {
  /** What happens to the coming POSTs of a message, one each. */
  nextSend(...faults: SendFault[]): void
  callbacks(mode: CallbackMode): void
  /** Every API request is answered 503 until `false`. */
  down(isDown: boolean): void
  /** Messages stay queued, and expire there, until `false`. */
  stall(isStalled: boolean): void
  /** Deliveries to this number end as undelivered with this code; undefined heals it. */
  deliveryFails(number: string, code: number | undefined): void
  /** Sends of a suspended account are refused with 10001. */
  account(status: 'active' | 'suspended'): void
}

/** @param resume called when a stall ends */
export const controlsOf = (faults: TwilioFaults, resume: () => void): FaultControls => ({
  nextSend(...sends) {
    faults.sends.push(...sends)
  },
  callbacks(mode) {
    faults.callbacks = mode
  },
  down(isDown) {
    faults.down = isDown
  },
  stall(isStalled) {
    faults.stalled = isStalled
    if (!isStalled) resume()
  },
  deliveryFails(number, code) {
    if (code === undefined) faults.unreachable.delete(number)
    else faults.unreachable.set(number, code)
  },
  account(status) {
    faults.suspended = status === 'suspended'
  },
})
