import { Duration } from 'aws-cdk-lib'
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import { DASHBOARD, type DashboardPart } from '../../lib/ops/dashboard.ts'
import type { Measured } from './measured.ts'
import type { Operators } from './operators.ts'

export interface OperatorsDashboardsProps {
  readonly service: string
  readonly measured: Measured
  readonly operators: Operators
}

/** CloudWatch's grid is 24 wide. */
const WIDTH = 24
const PERIOD = Duration.minutes(5)
const SHOWS = { start: '-P1D' } as const

/**
 * From what hurts a patient now, under all alarms, down to machines, on two dashboards: AWS charges nothing for three of
 * at most 50 metrics each, and US$3 a month for one with more.
 */
export class OperatorsDashboards extends Construct {
  constructor(scope: Construct, id: string, { service, measured, operators }: OperatorsDashboardsProps) {
    super(scope, id)
    const patients = new Dashboard(this, 'Patients', { dashboardName: service, ...SHOWS })
    const machines = new Dashboard(this, 'Machines', { dashboardName: `${service}-machines`, ...SHOWS })
    patients.addWidgets(
      new AlarmStatusWidget({ title: 'Alarms', width: WIDTH, height: 4, alarms: [...operators.alarms] }),
    )
    for (const { title, about, parts } of DASHBOARD) {
      const dashboard = about === 'patients' ? patients : machines
      dashboard.addWidgets(new TextWidget({ markdown: `## ${title}`, width: WIDTH, height: 1 }))
      const width = Math.floor(WIDTH / parts.length)
      dashboard.addWidgets(...parts.map((part) => widgetOf(part, width, measured)))
    }
  }
}

function widgetOf({ title, as, metrics }: DashboardPart, width: number, measured: Measured): IWidget {
  const shown = metrics.flatMap((metric) => measured.lines(metric, PERIOD))
  const size = { title, width, height: 6 }
  if (as === 'number') return new SingleValueWidget({ ...size, metrics: [...shown] })
  const left = as === 'percent' ? [shareOf(title, shown)] : [...shown]
  return new GraphWidget({ ...size, left, leftYAxis: { min: 0 } })
}

/** The first metric as a percentage of the second. */
function shareOf(label: string, [part, whole]: readonly IMetric[]): IMetric {
  if (part === undefined || whole === undefined)
    throw new Error(`dashboard part "${label}": a percentage takes two metrics`)
  return new MathExpression({
    label,
    period: PERIOD,
    expression: '100 * part / whole',
    usingMetrics: { part, whole },
  })
}
