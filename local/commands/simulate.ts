import { crashPoints, hasRecovered, recover, undisturbed } from '../../tests/simulation/crash-points.ts'
import { ALL_FAULTS, FAULTS, parseFaults } from '../../tests/simulation/faults.ts'
import { type Run, shrink } from '../../tests/simulation/simulate.ts'
import { wholeNumber } from './common-flags.ts'
import { readFlags, runCommand } from './flags.ts'
import { simulateOnEveryCore } from './simulate-in-workers.ts'

const USAGE = `usage: npm run simulate -- --courses 1000 --seed 1 --faults all
  --courses   how many patients are carried through a course, 1 to 100000; 100 when absent
  --seed      a whole number; the same seed gives the same run; 1 when absent
  --faults    all (but list-lag), none, or names with commas:
${Object.entries(FAULTS)
  .map(([name, what]) => `                ${name.padEnd(12)} ${what}`)
  .join('\n')}
  --crash-points  all: instead, one full course with a process dying before and after each of its effects in turn`

function flagsIn(args: readonly string[]) {
  return readFlags(
    args,
    {
      courses: wholeNumber(1, 100_000),
      seed: wholeNumber(0, 999_999_999),
      faults: { expected: `all, none, or some of ${Object.keys(FAULTS).join(', ')}` },
      'crash-points': { fits: (value) => value === 'all', expected: 'all' },
    },
    USAGE,
  )
}

function runFrom(given: ReturnType<typeof flagsIn>): Run {
  return {
    courses: Number(given.get('courses') ?? 100),
    seed: Number(given.get('seed') ?? 1),
    faults: parseFaults(given.get('faults') ?? 'all'),
  }
}

/** Prints what the oracle found, how to replay the first of it in a smaller run, and the figures as the last line. */
async function main(): Promise<number> {
  const given = flagsIn(process.argv.slice(2))
  if (given.get('crash-points') !== undefined) return dieEverywhere()
  const run = runFrom(given)
  const { figures, findings } = await simulateOnEveryCore(run)
  const wrong = findings.filter(({ charge }) => charge !== 'duplicatedByListLag')
  for (const { seed, charge, patient, text, why } of wrong.slice(0, 20))
    console.log(`seed ${seed}: ${charge} ${text} of ${patient}: ${why}`)
  if (wrong[0] !== undefined)
    console.log(`replay: ${commandOf(await shrink({ ...run, seed: wrong[0].seed }))}`)
  console.log(JSON.stringify(figures))
  return wrong.length === 0 ? 0 : 1
}

/** Lists every crash point of one full course by number, with what died there and whether the course recovered. */
async function dieEverywhere(): Promise<number> {
  const course = await undisturbed()
  let failed = 0
  for (let number = 0; number < crashPoints(course.effects); number += 1) {
    const recovery = await recover(course, number)
    const { point, name, findings, differences } = recovery
    if (!hasRecovered(recovery)) failed += 1
    const verdict = hasRecovered(recovery) ? 'recovers' : `FAILS ${JSON.stringify({ findings, differences })}`
    console.log(`${number} ${point.moment} effect ${point.effect}, ${name}: ${verdict}`)
  }
  console.log(JSON.stringify({ texts: course.texts.length, points: crashPoints(course.effects), failed }))
  return failed === 0 ? 0 : 1
}

function commandOf({ courses, seed, faults }: Run): string {
  const names = faults.length === ALL_FAULTS.length ? 'all' : faults.join(',') || 'none'
  return `npm run simulate -- --courses ${courses} --seed ${seed} --faults ${names}`
}

runCommand('simulate', main)
