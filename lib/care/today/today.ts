import type { Clinic } from '../../patient/clinic.ts'
import { fromDocuments, summariesOf } from '../many-patients.ts'
import type { Services } from '../services.ts'
import { type DayWindow, dayWindow, urgency } from './day-window.ts'
import { inOrderOfNeed, type Sections, sectionsOf } from './sections.ts'
import { type Strip, stripOf } from './strip.ts'

/** Most documents one look at a day reads: it ends well within the caller's patience. */
const MOST_OPENED = 1000

export interface Today {
  readonly window: DayWindow
  readonly strip: Strip
  readonly sections: Sections
  /** There were more patients than one look reads; the most urgent were taken. */
  readonly incomplete: boolean
}

/**
 * The clinic's day. The summaries in the clinic's index say whose documents have anything to do with it: of a clinic of
 * 2,000 patients that is some 300. They are opened a hundred at a time, and only their rows are kept.
 */
export async function clinicDay(services: Services, clinic: Clinic): Promise<Today> {
  const window = dayWindow(clinic, services.clock.now())
  const [{ summaries, hasMore }, breaker] = await Promise.all([
    summariesOf(services, clinic.id),
    services.breakers.read(clinic.id),
  ])
  const worth = summaries
    .flatMap((summary) => {
      const urgent = urgency(summary, window)
      return urgent === undefined ? [] : [{ id: summary.id, urgent }]
    })
    .sort((a, b) => a.urgent - b.urgent)
    .map(({ id }) => id)
  const opened = await fromDocuments(services, worth.slice(0, MOST_OPENED), (patient) =>
    sectionsOf(patient, clinic, window),
  )
  const sections = inOrderOfNeed(opened)
  const strip = stripOf({ clinic, window, summaries, stuck: sections.stuck, breaker })
  return { window, strip, sections, incomplete: hasMore || worth.length > MOST_OPENED }
}
