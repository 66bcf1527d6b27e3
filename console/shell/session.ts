import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ClinicApi } from '../api/clinic-api.ts'
import type { ClinicView } from '../api/shapes.ts'

/** Who is signed in. Lives in this page's memory alone: a reload forgets it. */
export interface Session {
  readonly api: ClinicApi
  readonly actor: string
  /** Absent for a key that may read nothing of the clinic but only how the service does. */
  readonly clinic?: ClinicView
  /** How often a page looks for news. */
  readonly lookEveryMs: number
}

export interface OpenSession extends Session {
  /** Takes over settings that were changed, so that no page shows the old ones. */
  readonly clinicChanged: (clinic: ClinicView) => void
}

export const SessionContext = createContext<OpenSession | undefined>(undefined)

export function useSession(): OpenSession {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('a page was drawn before anybody signed in')
  return session
}

export function useClinic(): ClinicView {
  const { clinic } = useSession()
  if (clinic === undefined) throw new Error("a clinic's page was drawn for a key without a clinic role")
  return clinic
}
