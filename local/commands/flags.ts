import { parseArgs } from 'node:util'
import { answerHelp, sayWhy } from '../help-asked.ts'

export interface Flag {
  readonly fits?: (value: string) => boolean
  /** In words, what is allowed. */
  readonly expected: string
  /** Never repeated in an error. */
  readonly secret?: true
}

export interface Given<N extends string> {
  /** Undefined when the flag was not given. */
  get(name: N): string | undefined
  /** What stands before and between the flags. */
  readonly words: readonly string[]
}

/** A mistake of the person who typed the command: its message says which, and how the command is used. */
export class UsageError extends Error {}

/**
 * Reads the flags of a command.
 * @throws UsageError naming each flag that is unknown or wrong, its value and what is allowed; HelpAsked for --help
 */
export function readFlags<const F extends Readonly<Record<string, Flag>>>(
  args: readonly string[],
  flags: F,
  usage: string,
): Given<Extract<keyof F, string>> {
  answerHelp(args, usage)
  const { values, positionals } = parse(args, Object.keys(flags), usage)
  const given = new Map(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  const wrong = Object.entries(flags).flatMap(([name, flag]) => {
    const value = given.get(name)
    return value === undefined || fits(flag, value) ? [] : [problem(name, flag, value)]
  })
  if (wrong.length > 0) throw new UsageError([...wrong, usage].join('\n'))
  return { get: (name) => given.get(name), words: positionals }
}

/** The value of a flag the command cannot do without. @throws UsageError naming the flag and what is allowed */
export function needed(name: string, value: string | undefined, { expected }: Flag, usage: string): string {
  if (value === undefined) throw new UsageError(`--${name} is missing: expected ${expected}\n${usage}`)
  return value
}

const fits = ({ fits: fitting = () => true }: Flag, value: string): boolean => value !== '' && fitting(value)

export const problem = (name: string, { expected, secret }: Flag, value: string): string =>
  `--${name}${secret ? '' : ` "${value}"`}: expected ${expected}`

function parse(args: readonly string[], names: readonly string[], usage: string) {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

/** Runs a command and ends the process with 1 when it fails, saying why without a stack. */
export function runCommand(name: string, run: () => Promise<number>): void {
  run().then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      process.exitCode = sayWhy(name, error)
    },
  )
}
