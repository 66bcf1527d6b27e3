import type { SignTable } from './table.ts'

/** Tier 1 with an answer of its own: too much of a medicine, or a child's hand in it. Counts of tablets are read apart. */
// biome-ignore format: a table reads row by row
export const POISON = [
  { sign: 'overdose', says: [
    'overdos*', '@took .. too many .. @pills', '@took .. way too many', '@took .. too much .. @pills', '@took all my/the/her/his .. @pills', 'took/taken/take/taking/swallowed the whole/entire/full .. @pills', '@took the whole/entire/full .. @medicine', 'swallowed .. whole/entire packet/pack/box/bottle', 'double dose/dosed', 'doubled my dose', 'double/triple/twice my/the/his/her .. @pills/dose', 'double/triple/twice my/the dose', '@took .. extra .. @pills + drowsy/sleepy/sick', '@child .. ate/drank/swallowed/took/into/eaten/eating .. @pills', '@child .. got/gotten into .. @pills', 'too many .. @pills', '@pills .. all at once', '@took .. packet of @pills', 'handful/handfuls of @pills', 'bottle of pills/tablets', 'took everything in the cabinet/cupboard', 'poisoned', 'more .. @pills than', 'more than .. @pills', '@pills .. than im/i/allowed/prescribed/meant', 'too many @pills', '@took .. bunch/lots/heap/heaps/handful/load/loads/strip/bottle/packet/tub of @pills', '@took .. all/every .. @pills', '@took .. whole/entire/full .. of @medicine', 'taken/took/had/swallowed .. too much .. @pills', 'too much @medicine', 'taken/took double/triple .. @pills', '@took .. double/triple', '@took .. all of .. @pills', 'swallowed all .. @pills', '@took heaps/loads/lots/bunch .. of .. @pills', 'more @pills than i should', 'mixed up my @pills', 'wrong dose', 'twice as many/much',
  ] },
] as const satisfies SignTable
