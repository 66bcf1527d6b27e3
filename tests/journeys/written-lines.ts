import { vi } from 'vitest'

/** Keeps whatever is written to standard output, standard error and the console, and shows none of it until mocks are restored. */
export function keepWrittenLines(): string[] {
  const written: string[] = []
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  }
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation(
      (...words) => void written.push(`${words.map(String).join(' ')}\n`),
    )
  }
  return written
}
