import type { Log } from '../../ports/log.ts'
import type { StaffAlerts } from '../../ports/staff-alerts.ts'
import { type AwsOptions, type Refusal, signedPosts } from '../aws/signed-posts.ts'

export interface SnsAlertsOptions extends AwsOptions {
  /** Clinics' e-mail; a subscription filters on the attribute `clinicId`. */
  readonly clinicTopicArn: string
  /** Operators who are paged. */
  readonly pageTopicArn: string
  readonly log: Log
}

/** Staff and operators by e-mail over SNS (AWS Query): the route that does not depend on Twilio. */
export function snsStaffAlerts({
  clinicTopicArn,
  pageTopicArn,
  log,
  ...options
}: SnsAlertsOptions): StaffAlerts {
  const post = signedPosts('sns', options, refusalIn)
  const publish = async (message: Readonly<Record<string, string>>): Promise<boolean> => {
    const form = new URLSearchParams({ Action: 'Publish', Version: '2010-03-31', ...message })
    try {
      await post({ 'content-type': 'application/x-www-form-urlencoded' }, form.toString())
      return true
    } catch (error) {
      log.error('ALERT_NOT_TAKEN', { error: error instanceof Error ? error.name : 'unknown' })
      return false
    }
  }
  return {
    emailClinic: (clinicId, subject, body) =>
      publish({
        TopicArn: clinicTopicArn,
        Subject: subject,
        Message: body,
        'MessageAttributes.entry.1.Name': 'clinicId',
        'MessageAttributes.entry.1.Value.DataType': 'String',
        'MessageAttributes.entry.1.Value.StringValue': clinicId,
      }),
    pageOperators: (subject, body) => publish({ TopicArn: pageTopicArn, Subject: subject, Message: body }),
  }
}

/** The code alone: the words of a refusal may repeat the message. */
const refusalIn = (answer: string): Refusal => ({ code: /<Code>(\w+)<\/Code>/.exec(answer)?.[1] })
