import { useEffect, useState } from 'preact/hooks'
import type { FieldProblem } from '../api/call.ts'
import { troubleOf } from './use-work.ts'

const PAUSE_WHILE_TYPING_MS = 250

interface Answered<T> {
  readonly key: string
  readonly value?: T
  readonly problem?: string
  readonly errors?: readonly FieldProblem[]
}

/**
 * Asks a moment after the question has changed. An answer to an earlier question is not shown.
 * @param key what is asked; the same key is not asked again
 */
export function useAsked<T>(ask: (() => Promise<T>) | undefined, key: string): Omit<Answered<T>, 'key'> {
  const [answered, setAnswered] = useState<Answered<T>>()
  const isAsked = ask !== undefined
  useEffect(() => {
    if (ask === undefined) return setAnswered(undefined)
    let over = false
    const timer = setTimeout(() => {
      ask().then(
        (value) => !over && setAnswered({ key, value }),
        (error: unknown) => !over && setAnswered({ key, ...troubleOf(error) }),
      )
    }, PAUSE_WHILE_TYPING_MS)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [key, isAsked])
  return answered?.key === key ? answered : {}
}
