import { z } from 'zod'
import { answerHelp } from '../help-asked.ts'

export const USAGE = `usage: npm run audit
  asks the npm registry which of the packages that are deployed, as the lockfile has them, are known to be vulnerable
  ends with 0: none is. 1: some are. 2: the registry did not answer, so nothing is known`

/** What `npm audit --json` prints once the registry has answered. */
const answered = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ severity: z.string(), range: z.string(), fixAvailable: z.unknown() }),
  ),
  metadata: z.object({ dependencies: z.object({ prod: z.number() }) }),
})

export interface AuditReport {
  readonly code: 0 | 1 | 2
  readonly words: string
}

/**
 * What `npm audit` found, in words.
 * @param run runs npm with these arguments and gives what it printed, whatever its exit code
 * @throws HelpAsked for --help
 */
export async function auditReport(
  args: readonly string[],
  run: (args: readonly string[]) => Promise<string>,
): Promise<AuditReport> {
  answerHelp(args, USAGE)
  const printed = await run(['audit', '--omit=dev', '--json'])
  const { data } = answered.safeParse(parsed(printed))
  if (data === undefined)
    return {
      code: 2,
      words: `NOT AUDITED: the registry did not answer, nothing is known. ${reasonIn(printed)}`,
    }
  const { prod } = data.metadata.dependencies
  const found = Object.entries(data.vulnerabilities)
  if (found.length === 0)
    return { code: 0, words: `${prod} deployed packages: none is known to be vulnerable` }
  const lines = found.map(([name, { severity, range, fixAvailable }]) => {
    const mend = fixAvailable === false ? 'no mended version yet' : 'there is a mended version'
    return `  ${severity}: ${name} ${range}; ${mend}`
  })
  return { code: 1, words: [`${prod} deployed packages, ${found.length} vulnerable:`, ...lines].join('\n') }
}

const refused = z.object({ message: z.string() })

const reasonIn = (printed: string): string =>
  refused.safeParse(parsed(printed)).data?.message ?? 'npm printed nothing that says why'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
