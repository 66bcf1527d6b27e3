/** Thrown for `--help`: its message is how the command is used, and nothing went wrong. */
export class HelpAsked extends Error {}

/** @throws HelpAsked when the person who typed the command asks how it is used */
export function answerHelp(args: readonly string[], usage: string): void {
  if (args.includes('--help') || args.includes('-h')) throw new HelpAsked(usage)
}

/** Prints why a command ended early. @returns its exit code */
export function sayWhy(name: string, error: unknown): 0 | 1 {
  if (error instanceof HelpAsked) {
    console.log(error.message)
    return 0
  }
  console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  return 1
}
