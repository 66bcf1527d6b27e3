import { sweep } from '../../../lib/care/sweep.ts'
import { makeWorld } from '../../../tests/care/world.ts'
import { synthesised } from '../../../tests/cdk/synthesised.ts'
import { type Costs, FUNCTION_GIGABYTES } from './course-cost.ts'
import { Meter } from './meter.ts'
import { FREE, PRICES } from './prices.ts'

const MINUTES_A_MONTH = 43_800
/** Of the sweep, each minute, with nobody to serve: it stays warm. Not measured at AWS. */
const SWEEP_MS = 100
/** What Lambda and our own start and end write about each run; bytes. */
const LOGGED_A_RUN = 900
/** The heartbeat and the two figures of what is overdue, which every sweep counts. */
const METRICS_WHEN_IDLE = 3
/** DynamoDB asks for the key anew after five minutes, for each function: the most there can be, however many patients. */
const UNLOCKED_MINUTES = 5
const GIGABYTE = 1e9
/** A table with nobody in it, and as much to recover. */
const TABLE_GIGABYTES = 0.01

/** A month of the deployed stack with no patient, at list prices and with what an account of its own has free. */
export async function idleCosts(): Promise<{ readonly list: Costs; readonly ownAccount: Costs }> {
  const meter = await idleSweep()
  const stack = synthesised({ operatorEmail: 'operator@example.org' })
  const alarms = stack.of('AWS::CloudWatch::Alarm').length
  const dashboards = stack.of('AWS::CloudWatch::Dashboard').map(({ Properties }) => metricsOf(Properties))
  const functions = stack.of('AWS::Lambda::Function').length
  const keys = stack.of('AWS::KMS::Key').length
  const logged = meter.logBytes + LOGGED_A_RUN
  const byUse = {
    'sweep: calls': MINUTES_A_MONTH * PRICES.functionCall.usd,
    'sweep: time':
      ((MINUTES_A_MONTH * SWEEP_MS) / 1000) * FUNCTION_GIGABYTES * PRICES.functionGigabyteSecond.usd,
    'sweep: reads of the table': MINUTES_A_MONTH * meter.tableReads * PRICES.tableRead.usd,
    'sweep: logs': ((MINUTES_A_MONTH * logged) / GIGABYTE) * PRICES.logGigabyte.usd,
    'key: uses, at most': functions * (MINUTES_A_MONTH / UNLOCKED_MINUTES) * PRICES.keyUse.usd,
    'table: storage and recovery': TABLE_GIGABYTES * (PRICES.tableGigabyte.usd + PRICES.recoveryGigabyte.usd),
    key: keys * PRICES.key.usd,
  }
  return {
    list: {
      alarms: alarms * PRICES.alarm.usd,
      dashboards: dashboards.length * PRICES.dashboard.usd,
      'metrics of our own': METRICS_WHEN_IDLE * PRICES.metric.usd,
      ...byUse,
    },
    ownAccount: {
      alarms: Math.max(0, alarms - FREE.alarms) * PRICES.alarm.usd,
      dashboards: paidDashboards(dashboards) * PRICES.dashboard.usd,
      'metrics of our own': Math.max(0, METRICS_WHEN_IDLE - FREE.metrics) * PRICES.metric.usd,
      ...byUse,
    },
  }
}

/** One run of the sweep with nobody overdue and the pass of the day behind it. */
async function idleSweep(): Promise<Meter> {
  const { services } = await makeWorld()
  await sweep(services)
  const meter = new Meter()
  await sweep(meter.metered(services))
  return meter
}

function paidDashboards(metrics: readonly number[]): number {
  const free = metrics.filter((count) => count <= FREE.dashboardMetrics).length
  return metrics.length - Math.min(free, FREE.dashboards)
}

/** How many metrics a dashboard shows, counted in the text of its body: each names its namespace. */
function metricsOf({ DashboardBody }: { readonly DashboardBody: unknown }): number {
  return JSON.stringify(DashboardBody).split(/\[\\*"(?:AWS\/|SijTexts)/).length - 1
}
