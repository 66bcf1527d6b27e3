import { call } from '../api/call.ts'

/** What `/local/` says: the clock and the phones of a service on this machine. Elsewhere nothing answers there. */
export interface PhoneMessage {
  readonly at: string
  readonly local: string
  readonly from: 'clinic' | 'patient'
  readonly body: string
  readonly status?: string
}

export interface Phone {
  readonly mobile: string
  readonly label: string
  readonly patientId?: string
  readonly zone: string
  readonly messages: readonly PhoneMessage[]
}

export interface LocalState {
  readonly now: string
  readonly local: string
  readonly zone: string
  readonly clinic: { readonly name: string; readonly sender: string }
  readonly key: string
  readonly next?: { readonly at: string; readonly whose: string }
  readonly phones: readonly Phone[]
  /** Those that are on. */
  readonly faults: readonly Fault[]
  readonly failures: readonly { readonly functionName: string; readonly error: string }[]
  readonly firstSteps: {
    readonly reference: string
    readonly mobile: string
    readonly givenName: string
    readonly injections: readonly string[]
    readonly enrolCurl: string
  }
}

export type Fault = 'twilio-down' | 'alarms-lost' | 'callbacks-doubled'

export type ClockMove = { readonly next: true } | { readonly advanceSeconds: number }

export const localState = (): Promise<LocalState> => call('GET', '/local/state')

export const moveClock = (json: ClockMove): Promise<LocalState> => call('POST', '/local/clock', { json })

export const textFrom = (mobile: string, text: string): Promise<LocalState> =>
  call('POST', `/local/phones/${encodeURIComponent(mobile)}/messages`, { json: { text } })

export const setFault = (fault: Fault, isOn: boolean): Promise<LocalState> =>
  call('POST', '/local/faults', { json: { [fault]: isOn } })
