import type { SignTable } from './table.ts'

/** Tier 1 with an answer of its own: too much of a medicine, or a child's hand in it. Counts of tablets are read apart. */
// biome-ignore format: a table reads row by row
export const POISON = [
  { sign: 'overdose', says: [
    'whole/entire/full/all/every/last . of? . @pills/@medicine . gone/empty/finished',
    '@pills/@medicine . all gone/finished/empty',
    'empty~/finish~/polish~/neck~/down~/scoff~/swallow~/guzzle~ . whole/entire/all/every/full/lot/bottle/packet/box . @pills/@medicine',
    'lost count .. @pills/@medicine/took/taken', '@pills/@medicine .. lost count',
    'dont/cant/not . know/remember/sure how many .. took/taken/@pills/@medicine',
    '@took .. more/extra/double/triple/twice .. than/should/meant/prescribed/allowed/dose/amount',
    '@child . swallow~/eat~/drink~/took/got/get . @pills/@medicine',
    'way/far/much too many/much .. @pills/@medicine',
    '@took .. @pills/@medicine .. at once/one go/together/in one', '@took . all of? them',
    'whole/entire/full box/packet/bottle/strip/sheet/pack of? . @pills/@medicine', 'od on/from', 'i od',
    'oded',
    // Particular turns of phrase.
    '@took the lot of .. @pills', 'gave/given/give .. @child .. my/your/his/her @pills',
    'gave/given/give .. @child .. of my/your/his/her @pills', 'my whole weeks .. @pills',
    '@took .. whole week/weeks/months/weeks worth .. @pills', '@took .. weeks worth of @pills', 'overdos*',
    '@took .. too many .. @pills', '@took .. way too many', '@took .. too much .. @pills',
    '@took all my/the/her/his .. @pills', 'took/taken/take/taking/swallowed the whole/entire/full .. @pills',
    '@took the whole/entire/full .. @medicine', 'swallowed .. whole/entire packet/pack/box/bottle',
    'double dose/dosed', 'doubled my dose', 'double/triple/twice my/the/his/her .. @pills/dose',
    'double/triple/twice my/the dose', '@took .. extra .. @pills + drowsy/sleepy/sick',
    '@child .. ate/drank/swallowed/took/into/eaten/eating .. @pills', '@child .. got/gotten into .. @pills',
    'too many .. @pills', '@pills .. all at once', '@took .. packet of @pills', 'handful/handfuls of @pills',
    'bottle of pills/tablets', 'took everything in the cabinet/cupboard', 'poisoned', 'more .. @pills than',
    'more than .. @pills', '@pills .. than im/i/allowed/prescribed/meant', 'too many @pills',
    '@took .. bunch/lots/heap/heaps/handful/load/loads/strip/bottle/packet/tub of @pills',
    '@took .. all/every .. @pills', '@took .. whole/entire/full .. of @medicine',
    'taken/took/had/swallowed .. too much .. @pills', 'too much @medicine',
    'taken/took double/triple .. @pills', '@took .. double/triple', '@took .. all of .. @pills',
    'swallowed all .. @pills', '@took heaps/loads/lots/bunch .. of .. @pills', 'more @pills than i should',
    'mixed up my @pills', 'wrong dose',
    'drank/drunk/swallowed/downed .. bleach/detergent/antifreeze/disinfectant/drano/turps/petrol/methylated/metho/weedkiller',
    'drank/drunk/drinking/swallowed/downed/necked .. bottle/bottles of oramorph/morphine/codeine/medicine/methadone/oxynorm/syrup/@medicine',
    'twice as many/much',
  ] },
] as const satisfies SignTable
