/** Longest part of a reply that is read; a phone's longest joined message is about this long. */
const LONGEST = 1_600

/** Lower case, straight quotes, single spaces, no punctuation at either end: what keywords are compared with. */
export const normalise = (text: string): string =>
  text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s"'.,!?;:()*-]+|[\s"'.,!?;:()*-]+$/g, '')
