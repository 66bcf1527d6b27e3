export interface SecretValues {
  readonly twilioAccountSid: string
  readonly twilioAuthToken: string
  /** The secondary token while one is being rotated in. */
  readonly twilioNextAuthToken?: string
  /** Key of the hash under which phone numbers are stored. */
  readonly phoneHashKey: string
}

/** Read once per cold start. */
export interface Secrets {
  current(): Promise<SecretValues>
  /** Reads again, at most once a minute; between reads it answers what `current` does. */
  refreshed(): Promise<SecretValues>
}
