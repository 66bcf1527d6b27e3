import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns'
import type { Log } from '../../ports/log.ts'
import type { StaffAlerts } from '../../ports/staff-alerts.ts'

export interface SnsAlertsOptions {
  readonly client: SNSClient
  /** Clinics' e-mail; a subscription filters on the attribute `clinicId`. */
  readonly clinicTopicArn: string
  /** Operators who are paged. */
  readonly pageTopicArn: string
  readonly log: Log
}

/** Staff and operators by e-mail over SNS: the route that does not depend on Twilio. */
export function snsStaffAlerts({ client, clinicTopicArn, pageTopicArn, log }: SnsAlertsOptions): StaffAlerts {
  const publish = async (command: PublishCommand): Promise<boolean> => {
    try {
      await client.send(command)
      return true
    } catch (error) {
      log.error('ALERT_NOT_TAKEN', { error: error instanceof Error ? error.name : 'unknown' })
      return false
    }
  }
  return {
    emailClinic: (clinicId, subject, body) =>
      publish(
        new PublishCommand({
          TopicArn: clinicTopicArn,
          Subject: subject,
          Message: body,
          MessageAttributes: { clinicId: { DataType: 'String', StringValue: clinicId } },
        }),
      ),
    pageOperators: (subject, body) =>
      publish(new PublishCommand({ TopicArn: pageTopicArn, Subject: subject, Message: body })),
  }
}
