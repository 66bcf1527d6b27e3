import { useState } from 'preact/hooks'
import { CallProblem, type FieldProblem, inWords } from '../api/call.ts'

interface Trouble {
  /** All of it in words. */
  readonly problem?: string
  /** The same, field by field, where what was filled in is at fault. */
  readonly errors: readonly FieldProblem[]
}

const NONE: Trouble = { errors: [] }
const NOT_ACCEPTABLE = 422

export const troubleOf = (error: unknown): Trouble => ({
  problem: inWords(error),
  errors: error instanceof CallProblem && error.status === NOT_ACCEPTABLE ? error.errors : [],
})

/** Something a person sets off: runs once at a time, and keeps what went wrong in words. */
export function useWork() {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState(NONE)
  const perform = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true)
    setTrouble(NONE)
    try {
      await work()
    } catch (error) {
      setTrouble(troubleOf(error))
    }
    setBusy(false)
  }
  return { perform, busy, problem: trouble.problem, errors: trouble.errors }
}

/** A form's submission: runs `work` with what was filled in. */
export function useSubmit(work: (form: FormData) => Promise<unknown>) {
  const { perform, ...standing } = useWork()
  const submit = (event: Event) => {
    event.preventDefault()
    const form = event.currentTarget
    if (form instanceof HTMLFormElement && !standing.busy) perform(() => work(new FormData(form)))
  }
  return { submit, ...standing }
}

/** What was typed into a field, without blanks around it. */
export const typed = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
