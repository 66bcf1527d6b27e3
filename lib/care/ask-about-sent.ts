import { isTextId } from '../patient/identifiers.ts'
import { change, type Snapshot, type Whose } from './change.ts'
import { moved, withEntry } from './ledger-moves.ts'
import { takeNews } from './note-delivery.ts'
import type { Services } from './services.ts'

/**
 * Asks Twilio, once, about texts handed over a day ago of which no final news came: callbacks get lost. For carriers
 * that give no receipts "sent" is the last word, and stays.
 */
export async function askAboutSent(services: Services, whose: Whose, { patient }: Snapshot): Promise<void> {
  const now = services.clock.now()
  for (const [text, entry] of Object.entries(patient.ledger)) {
    const isDue = entry.state === 'sent' && entry.lookAt !== undefined && entry.lookAt <= now
    if (!isTextId(text) || !isDue) continue
    for (const { id: attempt, sid, state } of entry.attempts) {
      const news = state === 'sent' && sid !== undefined ? await services.texting.news(sid) : undefined
      if (news !== undefined && sid !== undefined)
        await takeNews(services, patient, { text, attempt, sid, news })
    }
    await change(services, whose, ({ patient: current }) => {
      const present = current.ledger[text]
      if (present?.state !== 'sent' || present.lookAt === undefined) return { value: undefined }
      const asked = moved(present, { state: 'sent', at: present.at, attempts: present.attempts })
      return { value: undefined, patient: withEntry(current, text, asked) }
    })
  }
}
