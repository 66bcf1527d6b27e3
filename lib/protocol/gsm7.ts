/** One segment holds 1120 bits: 160 septets. A single character outside the alphabet halves that and more. */
const SEPTETS_PER_SEGMENT = 160

// The default alphabet and its extension table, 3GPP TS 23.038 section 6.2.1.
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const EXTENSION = new Set('\f^{}\\[~]|€')

/** How many septets a text takes in GSM-7, or undefined when a character of it is not in that alphabet. */
export function septets(text: string): number | undefined {
  let count = 0
  for (const character of text) {
    if (BASIC.has(character)) count += 1
    else if (EXTENSION.has(character)) count += 2
    else return undefined
  }
  return count
}

/** Whether a text goes as one GSM-7 segment. A short text outside GSM-7 does not count, though one segment may hold it. */
export function isOneSegment(text: string): boolean {
  const count = septets(text)
  return count !== undefined && count <= SEPTETS_PER_SEGMENT
}

const LOOKALIKES = [
  [/[‘’‚‛′`´]/g, "'"],
  [/[“”„‟″«»]/g, '"'],
  [/[‐‑‒–—―−]/g, '-'],
  [/…/g, '...'],
  // No-break and other fixed-width spaces.
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  // Zero-width space and joiner, soft hyphen, byte order mark: paste leaves them, nobody sees them.
  [/\u200b|\u2060|\u00ad|\ufeff/g, ''],
] as const

/**
 * The same words with typographic quotes, dashes, ellipses and spaces as GSM-7 writes them, for names and labels where
 * they come in. Letters stay: a name is never respelt, so the result may still lie outside GSM-7.
 */
export const plainText = (text: string): string =>
  LOOKALIKES.reduce((plain, [pattern, mark]) => plain.replace(pattern, mark), text.normalize('NFC'))
