const STOP = new Set(['STOP', 'CANCEL', 'END', 'QUIT'])
const STOP_IN_WORDS = new Set(['stop please', 'WRONG', 'no more texts'])

/** A word that turns texts off: one that Twilio itself knows, or one that only the service understands. */
export function isStopWord(body: string): 'keyword' | 'words' | undefined {
  const said = body.replace(/^(Jo|Mia) /, '')
  if (STOP.has(said)) return 'keyword'
  return STOP_IN_WORDS.has(said) ? 'words' : undefined
}

export const isStartWord = (body: string): boolean => body === 'START'
