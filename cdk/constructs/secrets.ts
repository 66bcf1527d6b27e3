import { ArnFormat, Stack } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { SETTING } from '../../lib/settings.ts'
import type { DataKey } from './data-key.ts'
import type { HouseFunction } from './house-function.ts'

export interface SecretsProps {
  /** SSM path, such as `/sij-texts/prod`. */
  readonly path: string
  readonly key: DataKey
}

/** The parameters that `npm run setup` writes; CloudFormation cannot make a SecureString, and should not see one. */
export class Secrets extends Construct {
  readonly #path: string
  readonly #key: DataKey

  constructor(scope: Construct, id: string, { path, key }: SecretsProps) {
    super(scope, id)
    this.#path = path
    this.#key = key
  }

  /** Parameters under the account's own SSM key need no more than this; under the service's key, its use too. */
  bind(fn: HouseFunction): void {
    fn.setting(SETTING.secretsPath, this.#path)
    const arn = Stack.of(this).formatArn({
      service: 'ssm',
      resource: 'parameter',
      resourceName: this.#path.slice(1),
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    })
    fn.allow(['ssm:GetParametersByPath'], [arn])
    this.#key.allowThrough(fn.lambda, 'ssm')
  }
}
