import type { Ask } from '../ask.ts'

const QUESTIONS = {
  id: 'id of the clinic, for its keys and addresses, such as harbour',
  name: 'name as patients know it',
  phone: 'phone as patients should read it, such as 02 5550 1234',
  afterHoursLine: 'line for advice after hours',
  emergencyNumber: 'emergency number, such as 000',
  crisisLine: 'crisis line',
  poisonsLine: 'poisons line',
  city: 'city',
  zone: 'time zone, such as Australia/Sydney',
  country: 'country, two letters, such as AU',
  sender: 'number texts come from, such as +61491570110',
} as const

const WORKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const

/** The same JSON that `--clinic FILE` holds, from answers; other hours than these go into a file. */
export async function askClinic(ask: Ask): Promise<unknown> {
  const answers: Record<string, string> = {}
  for (const [name, question] of Object.entries(QUESTIONS)) answers[name] = await ask(`clinic: ${question}`)
  const hours = await ask('clinic: opening hours Monday to Friday, such as 08:30-17:00')
  const A = await ask('clinic: mobile of whoever is on call, such as +61491570157')
  const B = await ask('clinic: mobile of the second on call, or nothing')
  return {
    ...answers,
    opening: Object.fromEntries(WORKDAYS.map((day) => [day, hours])),
    onCall: { A, ...(B !== '' && { B }) },
  }
}
