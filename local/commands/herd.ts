import type { Lateness } from '../../tests/simulation/herd/herd-figures.ts'
import { wholeNumber } from './common-flags.ts'
import { readFlags, runCommand } from './flags.ts'
import { herdsOf, isServed, simulateHerds } from './herds.ts'

const USAGE = `usage: npm run herd -- --patients 10000
  --patients  how many are due at once, and ten times as many as are imported at once; 10000 when absent
Prints, for each crowd, how late its texts were and which published limit it came up against; JSON as the last line.`

async function main(): Promise<number> {
  const given = readFlags(process.argv.slice(2), { patients: wholeNumber(10, 20_000) }, USAGE)
  const herds = herdsOf(Number(given.get('patients') ?? 10_000))
  const all = await simulateHerds(herds)
  const lines = herds.map((herd, index) => ({ herd, figures: all[index] }))
  for (const { herd, figures } of lines) {
    if (figures === undefined) continue
    const { texts, lost, doubled, atNight, taken, sent, ideal, binds, swept } = figures
    console.log(
      `${isServed(herd, figures) ? 'ok   ' : 'WRONG'} ${herd.name}: ${texts} texts, lost ${lost}, doubled ${doubled}, at night ${atNight}`,
    )
    console.log(
      `      late until sent, p50/p99/max s: ${said(sent)} (the number at its best: ${said(ideal)}); until Twilio took it: ${said(taken)}`,
    )
    console.log(
      `      binds: ${binds}; by the sweep: ${swept}; ${JSON.stringify({ ended: figures.ended, used: figures.used })}`,
    )
  }
  console.log(JSON.stringify(lines.map(({ herd, figures }) => ({ ...herd, ...figures }))))
  return lines.every(({ herd, figures }) => figures !== undefined && isServed(herd, figures)) ? 0 : 1
}

const said = ({ p50, p99, max }: Lateness): string => [p50, p99, max].join('/')

runCommand('herd', main)
