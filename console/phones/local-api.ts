import type { Fault, PageView } from '../../local/page-view.ts'
import { call } from '../api/call.ts'

export type { Fault, PageView, Phone, PhoneMessage } from '../../local/page-view.ts'

export type ClockMove = { readonly next: true } | { readonly advanceSeconds: number }

export const localState = (): Promise<PageView> => call('GET', '/local/state')

export const moveClock = (json: ClockMove): Promise<PageView> => call('POST', '/local/clock', { json })

export const textFrom = (mobile: string, text: string): Promise<PageView> =>
  call('POST', `/local/phones/${encodeURIComponent(mobile)}/messages`, { json: { text } })

export const setFault = (fault: Fault, isOn: boolean): Promise<PageView> =>
  call('POST', '/local/faults', { json: { [fault]: isOn } })
