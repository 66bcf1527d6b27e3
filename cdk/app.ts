import { App } from 'aws-cdk-lib'
import { readOptions } from './options.ts'
import { ReminderStack } from './reminder-stack.ts'
import { addSecurityPacks } from './security-packs.ts'

/** Account and region are those of the AWS profile that deploys, so that a synth needs neither. */
const app = new App()
const options = readOptions((name) => app.node.tryGetContext(name))
new ReminderStack(app, `sij-texts-${options.stage}`, options)
addSecurityPacks(app)
