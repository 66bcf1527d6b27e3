import { fork } from 'node:child_process'
import { z } from 'zod'

/** A process of its own that answers questions, and may tell something without being asked. */
export interface Child {
  /** @throws Error with the child's words, or saying that it died before it answered */
  ask<T = unknown>(question: string, input?: unknown, answer?: z.ZodType<T>): Promise<T>
  /** SIGKILL: nothing of what it is doing gets finished. */
  kill(): void
  /** Settles when the process has ended, however. */
  readonly ended: Promise<void>
}

const MESSAGE = z.union([
  z.strictObject({ id: z.number(), value: z.unknown().optional() }),
  z.strictObject({ id: z.number(), error: z.string() }),
  z.strictObject({ told: z.unknown() }),
])

export interface ChildOptions {
  /** A module beside this one. */
  readonly entry: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Node's own. */
  readonly flags?: readonly string[]
  readonly told?: (what: unknown) => void
}

/** Starts a process. Its output is dropped, as a function's log is not this run's. */
export function startChild({ entry, args = [], env, flags = [], told = () => {} }: ChildOptions): Child {
  const child = fork(new URL(entry, import.meta.url), [...args], {
    execArgv: [...flags],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    ...(env && { env: { ...env } }),
  })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let asked = 0
  let isOver = false
  const died = () => new Error(`${entry} ${args.join(' ')}: the process died`)
  child.on('message', (raw: unknown) => {
    const message = MESSAGE.parse(raw)
    if ('told' in message) return told(message.told)
    const asker = waiting.get(message.id)
    waiting.delete(message.id)
    if ('error' in message) asker?.reject(new Error(message.error))
    else asker?.resolve(message.value)
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      isOver = true
      for (const { reject } of waiting.values()) reject(died())
      waiting.clear()
      resolve()
    })
  })
  return {
    async ask<T>(question: string, input?: unknown, answer?: z.ZodType<T>): Promise<T> {
      if (isOver) throw died()
      const id = ++asked
      const asker = Promise.withResolvers<unknown>()
      waiting.set(id, asker)
      // A process that has just died takes no message; its end rejects the question.
      child.send({ id, question, input }, () => {})
      return (answer ?? z.custom<T>()).parse(await asker.promise)
    },
    kill: () => void child.kill('SIGKILL'),
    ended,
  }
}
