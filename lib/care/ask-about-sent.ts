import { isTextId } from '../patient/identifiers.ts'
import { noteNews } from './attempt-news.ts'
import { change, type Snapshot, type Whose } from './change.ts'
import { moved, withEntry } from './ledger-moves.ts'
import type { Services } from './services.ts'

/**
 * Asks Twilio, once, about texts handed over a day ago of which no final news came: callbacks get lost. For carriers
 * that give no receipts "sent" is the last word, and stays.
 */
export async function askAboutSent(services: Services, whose: Whose, { patient }: Snapshot): Promise<void> {
  const now = services.clock.now()
  for (const [text, entry] of Object.entries(patient.ledger)) {
    const attempt = entry.attempts.at(-1)
    const isDue = entry.state === 'sent' && entry.lookAt !== undefined && entry.lookAt <= now
    if (!isTextId(text) || !isDue || attempt?.sid === undefined) continue
    const { sid, id } = attempt
    const news = await services.texting.news(sid)
    await change(services, whose, ({ patient: current }, at) => {
      const present = current.ledger[text]
      if (present?.state !== 'sent') return { value: undefined }
      const noted = news && noteNews(current, { text, attempt: id, sid, news }, at).patient
      const asked = moved(present, { state: 'sent', at: present.at, attempts: present.attempts })
      return { value: undefined, patient: noted ?? withEntry(current, text, asked) }
    })
  }
}
