import type { ClinicId, PatientId } from '../patient/identifiers.ts'
import type { Patient } from '../patient/patient.ts'
import type { PatientSummary } from '../ports/patient-store.ts'
import type { Services } from './services.ts'

/** Most summaries read at once: some 400 bytes each. */
const MOST_LISTED = 10_000
const PAGE = 1000
/** Documents held at once, some 6 to 60 KB each. */
const OPENED_AT_ONCE = 100

/** What lists show of a clinic's patients, strangers among them. */
export async function summariesOf(
  services: Services,
  clinicId: ClinicId,
): Promise<{ readonly summaries: readonly PatientSummary[]; readonly hasMore: boolean }> {
  const summaries: PatientSummary[] = []
  for await (const { items, hasMore } of pagesOf(services, clinicId)) {
    summaries.push(...items)
    if (summaries.length >= MOST_LISTED) return { summaries, hasMore }
  }
  return { summaries, hasMore: false }
}

/** The same of those who are wanted, among all the clinic's patients, however many. */
export async function summariesWhere(
  services: Services,
  clinicId: ClinicId,
  isWanted: (summary: PatientSummary) => boolean,
): Promise<readonly PatientSummary[]> {
  const wanted: PatientSummary[] = []
  for await (const { items } of pagesOf(services, clinicId)) wanted.push(...items.filter(isWanted))
  return wanted
}

interface Page {
  readonly items: readonly PatientSummary[]
  readonly hasMore: boolean
}

async function* pagesOf({ patients }: Services, clinicId: ClinicId): AsyncGenerator<Page> {
  let cursor: PatientId | undefined
  do {
    const page = await patients.list(clinicId, { limit: PAGE, ...(cursor && { cursor }) })
    cursor = page.cursor
    yield { items: page.items, hasMore: cursor !== undefined }
  } while (cursor !== undefined)
}

/** What `of` makes of each patient's document, without all of them being held at once. */
export async function fromDocuments<T>(
  { patients }: Services,
  ids: readonly PatientId[],
  of: (patient: Patient) => T,
): Promise<readonly T[]> {
  const made: T[] = []
  for (let start = 0; start < ids.length; start += OPENED_AT_ONCE)
    made.push(...(await patients.readMany(ids.slice(start, start + OPENED_AT_ONCE))).map(of))
  return made
}
