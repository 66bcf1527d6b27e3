import { useEffect, useState } from 'preact/hooks'
import { inWords } from '../api/call.ts'
import type { PatientState, PatientSummary } from '../api/shapes.ts'
import { useSession } from '../shell/session.ts'

interface Listed {
  readonly items: readonly PatientSummary[]
  /** Every page has been read. */
  readonly complete: boolean
  readonly problem?: string
}

const NOTHING_YET: Listed = { items: [], complete: false }

/** All patients in a state, page after page, so that a search finds those of later pages too. */
export function usePatientList(state: PatientState | undefined): Listed {
  const { api } = useSession()
  const [listed, setListed] = useState(NOTHING_YET)
  useEffect(() => {
    let over = false
    const readAll = async () => {
      let items: readonly PatientSummary[] = []
      let cursor: string | undefined
      do {
        const page = await api.patients({ state, cursor })
        if (over) return
        items = [...items, ...page.items]
        cursor = page.cursor
        setListed({ items, complete: cursor === undefined })
      } while (cursor !== undefined)
    }
    setListed(NOTHING_YET)
    readAll().catch((error: unknown) => {
      if (!over) setListed((before) => ({ ...before, complete: true, problem: inWords(error) }))
    })
    return () => {
      over = true
    }
  }, [api, state])
  return listed
}
