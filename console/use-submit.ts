import { useState } from 'preact/hooks'

/** A form's submission: runs `work` with what was filled in, and keeps what went wrong in words. */
export function useSubmit(work: (form: FormData) => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const submit = async (event: Event) => {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    setBusy(true)
    setProblem(undefined)
    try {
      await work(new FormData(event.currentTarget))
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
  }
  return { submit, busy, problem }
}
