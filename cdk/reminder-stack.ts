import { Annotations, CfnOutput, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { ALARMS } from '../lib/ops/alarms.ts'
import { SETTING } from '../lib/settings.ts'
import { AlarmRemoval } from './constructs/alarm-removal.ts'
import { ClinicAlerts } from './constructs/clinic-alerts.ts'
import { ClinicHttpApi } from './constructs/clinic-http-api.ts'
import { ConsolePages } from './constructs/console-pages.ts'
import { OperatorsDashboards } from './constructs/dashboard.ts'
import { DataKey } from './constructs/data-key.ts'
import { DataTable } from './constructs/data-table.ts'
import { DeadLetters } from './constructs/dead-letters.ts'
import { Measured } from './constructs/measured.ts'
import { Operators } from './constructs/operators.ts'
import { PatientAlarms } from './constructs/patient-alarms.ts'
import { Secrets } from './constructs/secrets.ts'
import { serviceFunctions } from './constructs/service-functions.ts'
import { SweepRule } from './constructs/sweep-rule.ts'
import type { Options } from './options.ts'

/** One stage of the service. Its name, `sij-texts-<stage>`, is also what its alarms and its secrets' path begin with. */
export class ReminderStack extends Stack {
  constructor(scope: Construct, id: string, options: Options) {
    super(scope, id, {
      stackName: id,
      description: 'Text messages that carry patients through a course of injections',
    })
    const { stage, alarms: kind, textsConcurrency, ruleLimit } = options
    const keep = options.data === 'keep'
    const wakeName = `${id}-send-due-texts`

    const key = new DataKey(this, 'DataKey', { keep })
    const operators = new Operators(this, 'Operators', {
      service: id,
      key: key.key,
      ...(options.operatorEmail !== undefined && { email: options.operatorEmail }),
    })
    const deadLetters = new DeadLetters(this, 'DeadLetters')
    const surroundings = { operators, deadLetters, key: key.key }
    const api = new ClinicHttpApi(this, 'HttpApi', { service: id, key: key.key })
    const table = new DataTable(this, 'Data', { key, keep })
    const secrets = new Secrets(this, 'Secrets', { path: `/sij-texts/${stage}`, key })
    const clinicAlerts = new ClinicAlerts(this, 'ClinicAlerts', { service: id, key, operators })
    const patientAlarms = new PatientAlarms(this, 'PatientAlarms', {
      stage,
      kind,
      ruleLimit,
      targetName: wakeName,
      deadLetters: deadLetters.undelivered,
    })
    const removal = new AlarmRemoval(this, 'AlarmRemoval', { ...surroundings, stage, patientAlarms })
    const console = new ConsolePages(this, 'Console', surroundings)
    const functions = serviceFunctions(this, { ...surroundings, wakeName, textsConcurrency })

    for (const fn of Object.values(functions)) {
      table.bind(fn)
      secrets.bind(fn)
      patientAlarms.bindArming(fn)
      clinicAlerts.name(fn)
      fn.setting(SETTING.publicUrl, options.publicUrl ?? api.url)
      if (options.twilioBaseUrl !== undefined) fn.setting(SETTING.twilioBaseUrl, options.twilioBaseUrl)
      fn.node.addDependency(removal)
    }
    for (const fn of [functions['receive-reply'], functions.sweep]) clinicAlerts.bind(fn)
    patientAlarms.bindTidying(functions.sweep)
    patientAlarms.wakes(functions['send-due-texts'])
    new SweepRule(this, 'SweepRule', { sweep: functions.sweep, deadLetters: deadLetters.undelivered })
    api.serve({ ...functions, 'console-pages': console.fn })

    // What patients depend on. The console and the removal have their alarms; lines on the dashboards cost.
    const measured = new Measured({ stage, functions: Object.values(functions), api, table, deadLetters })
    for (const alarm of ALARMS) operators.watchAll(alarm, measured)
    new OperatorsDashboards(this, 'Dashboards', { service: id, measured, operators })

    if (options.operatorEmail === undefined)
      Annotations.of(this).addWarningV2(
        'sij-texts:nobody-is-told',
        'no operator is told when texts stop: deploy with -c operatorEmail=you@example.org',
      )
    this.#outputs({ Url: options.publicUrl ?? api.url, ApiUrl: api.url, Table: table.table.tableName })
    this.#outputs({ ClinicAlertsTopic: clinicAlerts.topic.topicArn, Key: key.key.keyArn })
  }

  #outputs(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value })
  }
}
