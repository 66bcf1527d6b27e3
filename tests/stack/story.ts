/** Counts what was looked at, and tells it in sentences. */
export class Story {
  readonly #title: string
  static passed = 0
  static failed = 0

  constructor(title: string) {
    this.#title = title
  }

  /** Something that was done; nothing is claimed of it. */
  did(sentence: string): void {
    say(`  [${this.#title}] ${sentence}`)
  }

  /** A claim, and whether it held. `found` is shown when it did not. */
  holds(sentence: string, held: boolean, found?: unknown): void {
    if (held) Story.passed += 1
    else Story.failed += 1
    const more = held || found === undefined ? '' : `, but found: ${JSON.stringify(found)}`
    say(`${held ? 'ok' : 'NOT OK'} [${this.#title}] ${sentence}${more}`)
  }
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`)
