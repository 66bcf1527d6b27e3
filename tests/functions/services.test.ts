import { describe, expect, it } from 'vitest'
import { servicesFrom } from '../../functions/services.ts'
import { readSettings } from '../../lib/settings.ts'

const ENVIRONMENT = {
  STAGE: 'test',
  TABLE_NAME: 'texts',
  PUBLIC_URL: 'https://texts.example.org',
  ALARMS: 'rules',
  ALARM_TARGET_ARN: 'arn:aws:lambda:ap-southeast-2:123456789012:function:send-due-texts',
  ALARM_DEAD_LETTER_ARN: 'arn:aws:sqs:ap-southeast-2:123456789012:dead-letters',
  ALARM_ROLE_ARN: 'arn:aws:iam::123456789012:role/alarms',
  ALARM_GROUP: 'alarms-test',
  CLINIC_ALERTS_TOPIC_ARN: 'arn:aws:sns:ap-southeast-2:123456789012:clinic-alerts',
  OPERATOR_PAGE_TOPIC_ARN: 'arn:aws:sns:ap-southeast-2:123456789012:operator-page',
  SECRETS_PATH: '/sij-texts/test',
  AWS_REGION: 'ap-southeast-2',
}

describe('the services', () => {
  it.each(['rules', 'scheduler'])('are made from settings alone, with alarms by %s', (alarms) => {
    const services = servicesFrom(readSettings({ ...ENVIRONMENT, ALARMS: alarms }))

    expect(services.alarms.kind).toBe(alarms)
    expect(Object.values(services).every((service) => service !== undefined)).toBe(true)
  })

  it('take a clock that is passed in', () => {
    const clock = { now: () => services.clock.now(), sleep: async () => {} }
    const services = servicesFrom(readSettings(ENVIRONMENT), { clock })

    expect(services.clock).toBe(clock)
  })
})
