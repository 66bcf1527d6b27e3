import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** Accepts findings of the security packs at one construct, each by its id with the reason why it stands. */
export function acknowledge(scope: IConstruct, reasons: Readonly<Record<string, string>>): void {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(scope).acknowledge({ id, reason })
}

/** A grant on resources that do not exist yet, by the pattern of their names. */
export function acknowledgePattern(
  scope: IConstruct,
  service: string,
  pattern: string,
  reason: string,
): void {
  const arn = `arn:<AWS::Partition>:${service}:<AWS::Region>:<AWS::AccountId>:${pattern}`
  acknowledge(scope, { [`AwsSolutions-IAM5[Resource::${arn}]`]: reason })
}
