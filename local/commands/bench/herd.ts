import { herdsOf, isServed, simulateHerds } from '../herds.ts'
import type { Row } from './row.ts'

const PATIENTS = 10_000

/** Crowds under the published limits: how late, and which limit they come up against. Virtual time, so never a matter of speed. */
export async function herdRow(): Promise<Row> {
  const herds = herdsOf(PATIENTS)
  const all = await simulateHerds(herds)
  const figures = herds.flatMap(({ name }, index) => {
    const found = all[index]
    if (found === undefined) return []
    const { lost, doubled, sent, ideal, binds } = found
    const figure = (what: string, value: number, unit: string) => ({ name: `${name}: ${what}`, value, unit })
    return [
      figure('late p50', sent.p50, `s (at best ${ideal.p50})`),
      figure('late p99', sent.p99, `s (at best ${ideal.p99})`),
      figure('late max', sent.max, `s (at best ${ideal.max}); ${binds} binds`),
      figure('lost or doubled', lost + doubled, 'texts'),
    ]
  })
  return {
    name: 'herd',
    measured: `${PATIENTS} patients due in one minute, spread, in the evening, and a tenth of them imported, under the limits AWS and Twilio publish, on a virtual clock`,
    figures,
    limit: 'lost 0, doubled 0, none at night; a number of 1 text/s is done within 60 s of its best',
    passes: herds.every((herd, index) => {
      const found = all[index]
      return found !== undefined && isServed(herd, found)
    }),
  }
}
