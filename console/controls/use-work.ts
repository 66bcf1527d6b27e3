import { useState } from 'preact/hooks'
import { inWords } from '../api/call.ts'

/** Something a person sets off: runs once at a time, and keeps what went wrong in words. */
export function useWork() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const perform = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      await work()
    } catch (error) {
      setProblem(inWords(error))
    }
    setBusy(false)
  }
  return { perform, busy, problem }
}

/** A form's submission: runs `work` with what was filled in. */
export function useSubmit(work: (form: FormData) => Promise<unknown>) {
  const { perform, busy, problem } = useWork()
  const submit = (event: Event) => {
    event.preventDefault()
    const form = event.currentTarget
    if (form instanceof HTMLFormElement && !busy) perform(() => work(new FormData(form)))
  }
  return { submit, busy, problem }
}

/** What was typed into a field, without blanks around it. */
export const typed = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()
