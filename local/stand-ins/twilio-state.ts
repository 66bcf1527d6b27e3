export type MessageStatus = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'received'

/** A message as Twilio keeps it. Instants are epoch milliseconds of the movable clock. */
export interface Message {
  readonly sid: string
  readonly direction: 'outbound-api' | 'outbound-reply' | 'inbound'
  readonly from: string
  readonly to: string
  readonly body: string
  readonly createdAt: number
  readonly status: MessageStatus
  readonly updatedAt: number
  readonly sentAt?: number
  readonly errorCode?: number
  readonly statusCallback?: string
}

/** hand-over: queue to carrier. expiry: the validity period ends. receipt: the carrier's last word. */
export type DueKind = 'hand-over' | 'expiry' | 'receipt'

export type Due =
  | { readonly kind: DueKind; readonly at: number; readonly sid: string }
  | {
      readonly kind: 'callback'
      readonly at: number
      readonly sid: string
      readonly status: MessageStatus
      readonly errorCode?: number
    }

export interface TwilioState {
  readonly vendor: 'twilio'
  /** Makes message sids differ from those of other runs. */
  readonly startedAt: number
  messagesMade: number
  messages: Message[]
  due: Due[]
  /** Pairs that STOP blocks, `sender phone`. */
  blocked: string[]
}

export const newState = (startedAt: number): TwilioState => ({
  vendor: 'twilio',
  startedAt,
  messagesMade: 0,
  messages: [],
  due: [],
  blocked: [],
})

export const isTwilioState = (value: unknown): value is TwilioState =>
  typeof value === 'object' &&
  value !== null &&
  'vendor' in value &&
  value.vendor === 'twilio' &&
  ['messages', 'due', 'blocked'].every((key) => Array.isArray(Reflect.get(value, key)))

export const pairOf = (sender: string, phone: string): string => `${sender} ${phone}`
