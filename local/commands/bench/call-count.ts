import { Session } from 'node:inspector/promises'

/** A function of the product, by the end of its file's path and its name. */
export interface Counted {
  readonly file: string
  readonly name: string
}

/** Counts the calls of functions while `work` runs, by the engine's own coverage: nothing in the product counts itself. */
export async function countCalls<const N extends string>(
  counted: Readonly<Record<N, Counted>>,
  work: () => Promise<void>,
): Promise<(name: N) => number> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  await work()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  session.disconnect()
  return (name) => {
    const { file, name: functionName } = counted[name]
    const script = result.find(({ url }) => url.endsWith(file))
    const found = script?.functions.find((one) => one.functionName === functionName)
    return found?.ranges[0]?.count ?? 0
  }
}
