import { serviceTime } from '../api/clinic-api.ts'
import type { CalendarText, ChangeRecord, Page, Patient, ReplyRecord } from '../api/shapes.ts'
import { type Loaded, useLoaded } from '../controls/use-loaded.ts'
import { useSession } from '../shell/session.ts'

export interface PatientFile {
  readonly patient: Patient
  readonly texts: readonly CalendarText[]
  /** Newest first. */
  readonly replies: readonly ReplyRecord[]
  /** Newest first; of many, the newest alone. */
  readonly history: Page<ChangeRecord>
  /** The service's clock, UTC. */
  readonly now: string
}

/** All that one patient's page shows, kept fresh. */
export function usePatient(id: string): Loaded<PatientFile> {
  const { api, lookEveryMs } = useSession()
  const read = async (): Promise<PatientFile> => {
    const [patient, texts, replies, history, now] = await Promise.all([
      api.patient(id),
      api.plan(id),
      api.replies(id),
      api.history(id),
      serviceTime(),
    ])
    return { patient, texts, replies, history, now }
  }
  return useLoaded(read, id, lookEveryMs)
}

export const nameOf = ({
  givenName,
  reference,
}: {
  readonly givenName?: string | undefined
  readonly reference: string
}): string => givenName ?? reference
