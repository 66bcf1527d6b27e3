import { writeFileSync } from 'node:fs'
import { sealed } from '../../lib/triage/made.ts'
import { compiledTables } from '../triage-tables/compile.ts'
import { runCommand } from './flags.ts'

/** Makes what the functions read of the tables of phrases. */
runCommand('npm run triage:tables', async () => {
  const made = sealed(Buffer.from(compiledTables()))
  writeFileSync(new URL('../../lib/triage/made/tables.txt', import.meta.url), made)
  console.log(`${Math.round(made.length / 1000)} KB written to lib/triage/made/tables.txt`)
  return 0
})
