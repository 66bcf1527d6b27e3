import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'

/** What a service does with a key on behalf of whoever calls it. */
const USE = [
  'Decrypt',
  'Encrypt',
  'ReEncryptFrom',
  'ReEncryptTo',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'DescribeKey',
] as const

/** One key for everything at rest: table, logs and topics. A key costs US$1 a month, and all of it is one service's data. */
export class DataKey extends Construct {
  readonly key: Key

  constructor(scope: Construct, id: string, { keep }: { readonly keep: boolean }) {
    super(scope, id)
    this.key = new Key(this, 'Key', {
      description: 'Patients, clinics, logs and alerts of the text service',
      enableKeyRotation: true,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    const stack = Stack.of(this)
    const logGroups = stack.formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    })
    this.#allow(`logs.${stack.region}.amazonaws.com`, {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups },
    })
    // An alarm publishes to an encrypted topic only when CloudWatch itself may use the key.
    this.#allow('cloudwatch.amazonaws.com', { StringEquals: { 'aws:SourceAccount': stack.account } })
  }

  /** For what a function reads and writes through these services, and for nothing it does with the key itself. */
  allowThrough(grantee: IGrantable, ...services: readonly string[]): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: USE.map((action) => `kms:${action}`),
        resources: [this.key.keyArn],
        conditions: {
          StringEquals: {
            'kms:ViaService': services.map((service) => `${service}.${Stack.of(this).region}.amazonaws.com`),
          },
        },
      }),
    )
  }

  #allow(service: string, conditions: Record<string, object>): void {
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions,
      }),
    )
  }
}
