import { bundleOfFunction } from './bundles.ts'
import { startMeasured } from './measured.ts'
import type { Figure, Row } from './row.ts'
import { type Stage, startStage } from './stage.ts'

/** Those that need secrets and the table for every event. */
const WARMED = [
  ...(['clinic-api', 'import-patients', 'send-due-texts'] as const),
  ...(['receive-reply', 'record-delivery', 'sweep'] as const),
]

/** Each function is loaded and given no event: what arrives at the vendors was sent while it was initialised. */
export async function firstCallRow(): Promise<Row> {
  const stage = await startStage()
  try {
    const figures: Figure[] = []
    for (const name of WARMED) figures.push(await callsWhileLoading(stage, name))
    return {
      name: 'init',
      measured: 'calls that arrive at the vendors from a function that is loaded and has had no event',
      figures,
      limit: 'at least the secrets and the table, from each function that needs them',
      passes: figures.every(({ value }) => value >= 2),
    }
  } finally {
    await stage.close()
  }
}

async function callsWhileLoading(stage: Stage, name: string): Promise<Figure> {
  const before = stage.calls()
  const { file } = await bundleOfFunction(name)
  const measured = await startMeasured(file, stage.environment)
  await measured.idle()
  await measured.close()
  const { ssm, dynamodb } = stage.calls()
  const [secrets, table] = [ssm - before.ssm, dynamodb - before.dynamodb]
  return {
    name,
    value: Math.min(1, secrets) + Math.min(1, table),
    unit: `of the two (${secrets} ssm, ${table} dynamodb)`,
  }
}
