import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ALARMS, FUNCTION_RUNBOOK } from '../../lib/ops/alarms.ts'
import { DASHBOARD, type DashboardRow } from '../../lib/ops/dashboard.ts'
import { METRICS, type MetricName } from '../../lib/ops/metric-names.ts'
import type { ShownMetric } from '../../lib/ops/shown-metric.ts'

const rows: readonly DashboardRow[] = DASHBOARD
const shown: readonly ShownMetric[] = rows.flatMap(({ parts }) => parts.flatMap(({ metrics }) => metrics))
const kindsOf = (name: MetricName): readonly string[] => {
  const metric: { readonly unit: string; readonly kinds?: readonly string[] } = METRICS[name]
  return metric.kinds ?? []
}
const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8')
/** A heading's address, as the forges make it. */
const anchors = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-'),
)

describe('the dashboard', () => {
  it('shows every metric there is', () => {
    const names = new Set(shown.flatMap((metric) => (metric.from === 'service' ? [metric.name] : [])))

    expect(Object.keys(METRICS).filter((name) => !names.has(name as MetricName))).toEqual([])
  })

  it('splits a metric only by kinds it has', () => {
    const wrong = shown.filter(
      (metric) =>
        metric.from === 'service' && metric.kind !== undefined && !kindsOf(metric.name).includes(metric.kind),
    )

    expect(wrong).toEqual([])
  })

  it('puts what hurts a patient now first', () => {
    expect(rows[0]?.parts.map(({ title }) => title.split(/[ :]/)[0])).toEqual([
      'Overdue',
      'Red',
      'Sender',
      'Inbound',
      'Sweep',
    ])
  })

  it('makes a percentage of exactly two metrics', () => {
    const percents = rows.flatMap(({ parts }) => parts).filter(({ as }) => as === 'percent')

    expect(percents.map(({ metrics }) => metrics.length)).toEqual([2])
  })
})

describe('the alarms', () => {
  it('have names of their own', () => {
    const names = ALARMS.map(({ name }) => name)

    expect(new Set(names).size).toBe(names.length)
  })

  it('page a person for five things and no more', () => {
    expect(ALARMS.filter(({ page }) => page).map(({ name }) => name)).toEqual([
      'text-overdue',
      'inbound-failing',
      'heartbeat-missing',
      'escalation-unanswered',
      'breaker-opened',
    ])
  })

  it('go off without data only where silence is the trouble', () => {
    const breaching = ALARMS.filter(({ missing }) => missing === 'breaching')

    expect(breaching.map(({ name }) => name)).toEqual(['heartbeat-missing'])
  })

  it('watch no kind that a metric does not have', () => {
    const wrong = ALARMS.filter(
      ({ metric }) =>
        metric.from === 'service' && metric.kind !== undefined && !kindsOf(metric.name).includes(metric.kind),
    )

    expect(wrong).toEqual([])
  })

  it.each([
    ...ALARMS.map(({ name, runbook: anchor }) => [name, anchor]),
    ['a function', FUNCTION_RUNBOOK],
  ])('lead, for %s, to a section of the runbook', (_, anchor) => {
    expect(anchors).toContain(anchor)
  })

  it('have in the runbook no section that none of them leads to', () => {
    const known = [...ALARMS.map(({ runbook: anchor }) => anchor), FUNCTION_RUNBOOK]

    expect(anchors.filter((anchor) => !known.includes(anchor))).toEqual(['before-anything-else'])
  })

  it.each(
    anchors.filter((anchor) => anchor !== 'before-anything-else'),
  )('find in section %s what it means, how to look, what to do and when it is over', (anchor) => {
    const section = runbook
      .split(/^## /m)
      .find((text) => text.toLowerCase().replaceAll(' ', '-').startsWith(anchor))

    const parts = [...(section ?? '').matchAll(/^\*\*(.+?)\*\*/gm)].map(([, part]) => part)

    expect(parts).toEqual(['For a patient.', 'Look.', 'Do.', 'Over when.'])
  })
})
