import { parseArgs } from 'node:util'
import { answerHelp } from './help-asked.ts'

export interface StartArguments {
  readonly port: number
  /** Folder that outlives the process. */
  readonly data?: string
}

export const USAGE = `usage: npm start [-- --data DIR]
  --data DIR   keep patients, texts and the clock in DIR across restarts (in memory otherwise)
  PORT=4001    listen on another port than 4000`

/** @throws Error in words for an unknown flag, a missing folder or a port that is none */
export function startArguments(flags: readonly string[], portText: string | undefined): StartArguments {
  answerHelp(flags, USAGE)
  const { data } = flagsIn(flags)
  if (data === '') throw new Error('--data: expected the name of a folder')
  const port = portText === undefined || portText === '' ? 4000 : Number(portText)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT "${portText}": expected a whole number from 0 to 65535`)
  return { port, ...(data !== undefined && { data }) }
}

function flagsIn(flags: readonly string[]): { readonly data?: string | undefined } {
  try {
    return parseArgs({ args: [...flags], options: { data: { type: 'string' } } }).values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}
