import { clinicId } from '../../lib/patient/identifiers.ts'
import type { SenderBreakers } from '../../lib/ports/sender-breakers.ts'
import { FLAG } from './common-flags.ts'
import { needed, readFlags } from './flags.ts'

const USAGE = `usage: npm run restart-sending -- --region REGION --table NAME --clinic ID
  lets a clinic's texts go again after its sender or a setting was mended at Twilio
  --table NAME   the output "Table" of the deployment`

const FLAGS = { region: FLAG.region, table: FLAG.table, clinic: FLAG.clinic } as const

/**
 * Closes the breaker of a clinic's sender: held texts that are still alive go within minutes. An account that was
 * suspended needs no command: the service asks it.
 * @throws UsageError for flags that are wrong
 */
export async function restartSending(
  args: readonly string[],
  breakersIn: (where: { readonly region: string; readonly table: string }) => SenderBreakers,
): Promise<string> {
  const given = readFlags(args, FLAGS, USAGE)
  const need = (name: keyof typeof FLAGS) => needed(name, given.get(name), FLAGS[name], USAGE)
  const clinic = clinicId(need('clinic'))
  const breakers = breakersIn({ region: need('region'), table: need('table') })
  if ((await breakers.read(clinic)) === undefined)
    return `clinic ${clinic}: its texts are not held, nothing to do`
  await breakers.close(clinic)
  return `clinic ${clinic}: sending starts again within a few minutes`
}
