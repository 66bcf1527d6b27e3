import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { CallProblem, inWords } from '../api/call.ts'

export interface Loaded<T> {
  /** What was read last; stays while it is read again. */
  readonly value?: T
  /** Why the last attempt failed, in words. */
  readonly problem?: string
  readonly reload: () => Promise<void>
}

/**
 * Reads something and keeps it fresh while somebody looks.
 * @param key what is read: another key forgets what was read before
 */
export function useLoaded<T>(load: () => Promise<T>, key: string, everyMs?: number): Loaded<T> {
  const [kept, setKept] = useState<{ key: string; value?: T; problem?: string }>({ key })
  const latest = useRef({ load, key })
  latest.current = { load, key }

  const reload = useCallback(async () => {
    const asked = latest.current
    const current = () => latest.current.key === asked.key
    try {
      const value = await asked.load()
      if (current()) setKept({ key: asked.key, value })
    } catch (error) {
      // A moment without an answer is no reason to take away what was read.
      const passing = error instanceof CallProblem && error.status === 0
      if (current())
        setKept((before) => ({
          key: asked.key,
          ...(passing && before.key === asked.key && before.value !== undefined && { value: before.value }),
          problem: inWords(error),
        }))
    }
  }, [])

  useEffect(() => {
    let timer = 0
    let over = false
    const again = async () => {
      // A tab nobody sees need not look.
      if (!document.hidden) await reload()
      if (!over && everyMs !== undefined) timer = window.setTimeout(again, everyMs)
    }
    again()
    return () => {
      over = true
      window.clearTimeout(timer)
    }
  }, [key, everyMs, reload])

  const { value, problem }: { value?: T; problem?: string } = kept.key === key ? kept : {}
  return { reload, ...(value !== undefined && { value }), ...(problem !== undefined && { problem }) }
}
