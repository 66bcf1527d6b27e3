/** Whether a webhook call was made by the carrier. */
export interface WebhookSignatures {
  /** `pathAndQuery` as received; `fields` all form fields, untrimmed, repeated names as arrays. */
  isGenuine(
    pathAndQuery: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    signature: string,
  ): Promise<boolean>
}
