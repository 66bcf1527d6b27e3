import { execFile } from 'node:child_process'
import { auditReport } from './audit-report.ts'
import { runCommand } from './flags.ts'

/** npm ends with 1 both for what it found and for an answer that never came: what it printed tells them apart. */
const npm = (args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    execFile('npm', [...args], { maxBuffer: 64 * 1024 * 1024 }, (_error, printed) => resolve(printed))
  })

runCommand('npm run audit', async () => {
  const { code, words } = await auditReport(process.argv.slice(2), npm)
  console.log(words)
  return code
})
