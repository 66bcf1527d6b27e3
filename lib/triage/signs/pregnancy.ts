import type { SignTable } from './table.ts'

/** Tier 2 with an answer of its own: staff must know before tablets or a scan. */
// biome-ignore format: a table reads row by row
export const PREGNANCY = [
  { sign: 'pregnant or maybe', says: [
    '@late .. period/preg*/expecting', 'period . late/missed/due/hasnt/not/didnt/overdue/yet',
    'could/might/may/think/maybe/possibly/probably/pretty . be? . expecting/pregnant/late/up the/knocked/preggers',
    'expecting . late/baby/due/again/btw', 'pee/wee stick/test . line*/positive/pos', 'pregnan* . test',
    'two/2/double . lines/line/pink', 'faint second/pink line', 'faint lines',
    'due in . january/february/march/april/may/june/july/august/september/october/november/december',
    'first/second/third trimester', 'weeks . gone/along/preg*',
    'my . ultrasound/dating/12 . scan . baby/preg*', 'up the duff/spout/stick/pole',
    'baby . on the way/bump/due/coming', 'eating for two', 'morning sickness', 'missed my monthly/monthlies',
    'late . weeks/days . never/always/usually', '~weeks/days late', 'never late',
    'expecting in january/february/march/april/may/june/july/august/september/october/november/december',
    'baby in my belly', 'wife/missus/she is carrying', 'unprotected sex',
    'due in january/february/march/april/may/june/july/august/september/october/november/december',
    'shes/she is pregnant', 'weeks . never late', 'faint/got/had a? faint? positive', 'trying .. positive',
    'positive yesterday/today/test', 'test . positive/pos',
    // Particular turns of phrase.
    'period .. days/week/weeks late', 'expecting a? bub/baby/child/kid/bubba/nipper/bundle',
    'expecting a little one', 'expecting our', 'just? found out .. expecting',
    'were/im/am/we/are having a baby/bub/child/kid/bubba', 'bub on the way', 'two/2 lines on .. test',
    'pos preg* test', 'weeks/wks along', 'up the spout/stick/pole', 'pregnant', 'up the duff', 'knocked up',
    'bun in the oven', 'baby on the way', 'were/im/we/am/are expecting $',
    'were/im/we/am/are expecting a? baby/twins/in/our', 'period is? late', 'late period', 'missed .. period',
    'period hasnt/didnt/not come/came/arrived', 'weeks/days late .. period/duff/pregnant', 'im late and/with',
    'trying for a baby', 'trying to conceive', 'positive pregnancy', 'pregnancy test',
    'took/did/done a test .. positive', 'ivf', 'breastfeeding and pregnant', 'with child',
  ] },
] as const satisfies SignTable
