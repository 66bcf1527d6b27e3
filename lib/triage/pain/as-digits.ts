const COUNTED = {
  zero: 0,
  nil: 0,
  zilch: 0,
  nought: 0,
  naught: 0,
  one: 1,
  two: 2,
  three: 3,
  thre: 3,
  four: 4,
  foor: 4,
  fore: 4,
  five: 5,
  fiv: 5,
  fiev: 5,
  six: 6,
  sicks: 6,
  seven: 7,
  sevn: 7,
  eight: 8,
  eigth: 8,
  nine: 9,
  nien: 9,
  ten: 10,
} as const satisfies Record<string, number>

export const NUMBER_WORDS: ReadonlySet<string> = new Set(Object.keys(COUNTED))
const IN_WORDS = new RegExp(`\\b(?:${Object.keys(COUNTED).join('|')})\\b`, 'g')
const counted = (word: string): string =>
  String(Object.entries(COUNTED).find(([name]) => name === word)?.[1] ?? word)
/** "one" is a pronoun too: it counts alone, before the scale, and after words of guessing. */
const ONE =
  /\bone(?= and a half| ?\/| out of| of ten)|(?<=\b(?:about|maybe|around|an?|pain|score|say|its) )one$/g

/** A text with its numbers and halves in digits. */
export const asDigits = (plain: string, isOneWord: boolean): string =>
  plain
    .replaceAll(/\bate(?= out of| ?\/ ?(?:10|ten))/g, 'eight')
    .replaceAll(ONE, '1')
    .replaceAll(IN_WORDS, (word) => (word === 'one' && !isOneWord ? word : counted(word)))
    .replaceAll(/\b(\d) (?:and a half|1\/2)\b/g, '$1.5')
    .replaceAll(/\b(\d) point (\d)\b/g, '$1.$2')
