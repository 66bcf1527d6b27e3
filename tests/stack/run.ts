import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFlags, runCommand } from '../../local/commands/flags.ts'
import { course, movedCourse } from './course.ts'
import { bootstrap } from './deployment.ts'
import { installMiniStack, type MiniStack, startMiniStack } from './ministack.ts'
import { deployed, farewell, type Kind, type Place } from './place.ts'
import { Story, say } from './story.ts'

const USAGE = `usage: npm run test:stack
  Deploys the real stack with the CDK CLI to MiniStack, an AWS emulator on this machine, by rules and by the scheduler,
  and takes a patient through her first hours on each. Nothing leaves this machine. Installs MiniStack with pip if it
  can, and says so where it cannot.`

/** Deploys the real stack with the real CDK CLI and takes a patient through her first hours, on this machine alone. */
async function main(): Promise<number> {
  readFlags(process.argv.slice(2), {}, USAGE)
  const why = installMiniStack()
  if (why !== undefined) {
    say(`The stack test was NOT RUN, because MiniStack cannot be had here: ${why}.`)
    return 0
  }
  const folder = mkdtempSync(join(tmpdir(), 'stack-'))
  const miniStack = await startMiniStack(join(folder, 'ministack.log'))
  say(`MiniStack answers at ${miniStack.url}; its log and the templates are in ${folder}.`)
  try {
    await bootstrap(miniStack, folder)
    await all(miniStack, folder)
  } finally {
    await miniStack.close()
  }
  say(`${Story.passed} passed, ${Story.failed} failed`)
  return Story.failed > 0 ? 1 : 0
}

interface Plot {
  readonly title: string
  readonly kind: Kind
  /** Answers the stage as it stands at the end. */
  readonly course: (place: Place) => Promise<Place>
}

const PLOTS: readonly Plot[] = [
  { title: 'rules', kind: 'rules', course },
  { title: 'scheduler', kind: 'scheduler', course },
  { title: 'moved', kind: 'rules', course: movedCourse },
]

/** Deployed one after the other, lived through side by side, because most of the time is waiting for alarms. */
async function all(miniStack: MiniStack, folder: string): Promise<void> {
  const living: Promise<void>[] = []
  for (const { title, kind, course: live } of PLOTS)
    await attempt(title, async () => {
      const place = await deployed(miniStack, { title, kind, folder })
      living.push(attempt(title, () => liveIn(place, live)))
    })
  await Promise.all(living)
}

async function liveIn(place: Place, live: Plot['course']): Promise<void> {
  try {
    await farewell(await live(place))
  } finally {
    await place.close()
  }
}

/** What breaks one plot must not hide the others. */
async function attempt(title: string, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    new Story(title).holds(`went to its end: ${what}`, false)
  }
}

runCommand('npm run test:stack', main)
