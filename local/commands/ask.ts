import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks a person. An empty answer means: leave it as it is. */
export type Ask = (question: string, options?: { readonly secret?: boolean }) => Promise<string>

/** Questions on the terminal; what is secret is not shown while it is typed. */
export function terminal(): { readonly ask: Ask; close(): void } {
  let muted = false
  const output = new Writable({
    write(chunk, _, done) {
      if (!muted) process.stdout.write(chunk)
      done()
    },
  })
  const lines = createInterface({ input: process.stdin, output, terminal: true })
  return {
    ask: async (question, { secret = false } = {}) => {
      process.stdout.write(`${question}: `)
      muted = secret
      const answer = await lines.question('')
      muted = false
      if (secret) process.stdout.write('\n')
      return answer.trim()
    },
    close: () => lines.close(),
  }
}
