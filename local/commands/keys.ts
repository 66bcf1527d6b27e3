import { clinicsIn } from './clinics-in.ts'
import { runCommand } from './flags.ts'
import { keysCommand } from './keys-command.ts'

runCommand('npm run keys', async () => {
  console.log(await keysCommand(process.argv.slice(2), clinicsIn))
  return 0
})
