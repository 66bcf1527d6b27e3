import { vi } from 'vitest'

/** What `write` prints on standard output and error, line by line, parsed. */
export function printedBy(write: () => void): readonly unknown[] {
  const printed: string[] = []
  const keep = (text: unknown): boolean => {
    printed.push(String(text))
    return true
  }
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(keep),
  )
  try {
    write()
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  return printed
    .join('')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
}
