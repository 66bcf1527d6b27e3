import { z } from 'zod'
import { type Child, startChild } from '../../chaos/child.ts'
import { bundleOfBench } from './bundles.ts'

const RAN = z.object({ processorMs: z.number(), answer: z.unknown().optional() })

export interface Measured {
  /** Has the function handle the events, so many at a time; `answer` is the last one. */
  run(events: readonly unknown[], atOnce: number): Promise<z.infer<typeof RAN>>
  /** The same one after another, and `peak` looks at each. */
  runWatched(events: readonly unknown[]): Promise<z.infer<typeof RAN>>
  /** Waits until what was started while loading has been sent. */
  idle(): Promise<unknown>
  /** Megabytes: the most this process held after any watched event, and when it had loaded. */
  peak(): Promise<number>
  close(): Promise<void>
}

/** A bundled function in a process of its own, with nothing else in it. */
export async function startMeasured(
  file: string,
  environment: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<Measured> {
  const { file: entry } = await bundleOfBench('measured-process')
  const child: Child = startChild({ entry, args: [file], env: environment, flags })
  return {
    run: (events, atOnce) => child.ask('run', { events, atOnce, isWatched: false }, RAN),
    runWatched: (events) => child.ask('run', { events, atOnce: 1, isWatched: true }, RAN),
    idle: () => child.ask('idle'),
    peak: () => child.ask('peak', undefined, z.number()),
    close: async () => {
      child.kill()
      await child.ended
    },
  }
}
