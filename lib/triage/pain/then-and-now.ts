const N = '(\\d[\\d.]*)'
const ARTICLE =
  '(?:an? |about |around |maybe |probably |prob |more like |like |on |at |just |only |now |a solid |down to |up to |im |its )*'

/** Of "then and now" the score that stands now; the first that fits. */
const NOW = [
  // "down to a 2 from an 8", "eases to 4 by lunch".
  `\\b(?:down|up|dropp\\w*|gone|goes|went|come|came|comes|eas\\w*|fell|fallen|falls|rose|risen|jumped|improved|settl\\w*|crept|back) (?:\\w+ ){0,2}?to ${ARTICLE}${N}`,
  // "from 7 to 3", "from a 7 on monday to a 3".
  `\\bfrom ${ARTICLE}\\d[\\d.]*\\b[^.;\\n]{0,24}?\\b(?:to|now|its) ${ARTICLE}${N}`,
  // "3 now after a shower, was 7", "5ish now"; not "3 now 7".
  `${N}(?:ish)? ?@? ?(?:now|currently|atm|at the moment|rn)\\b(?! ?(?:its |im |a |an )?\\d)`,
  `\\b(?:now|currently|atm) ${ARTICLE}${N}`,
  `\\b(?:this|it) is ${ARTICLE}${N}`,
  // "started at 8, sitting at 6", "last week 6 this week 4".
  `\\b(?:started|began|begun|was|were|last \\w+|yesterday)\\b[^.;\\n]{0,12}?\\d[\\d.]*,? ?(?:but |and |then )?(?:sitting|hovering|floating|this week|this month|today|now)[^\\d.;\\n]{0,12}${N}`,
  `\\bjk (?:its )?(?:a )?${N}`,
  `\\btoday (?:is |its )?${ARTICLE}${N}\\b[^.;]*\\byesterday\\b`,
  `\\b(?:was|were)\\b[^.;\\n]{0,24}?\\d[\\d.]*[^.;\\n]{0,16}?\\bnow (?:about )?${ARTICLE}${N}`,
  // "8, was 5", "4 down from 7".
  `${N} ?@?\\W*(?:it )?(?:was|were|previously|(?:down|up) from|from) ${ARTICLE}\\d`,
  `\\b(?:up|down|dropped|gone|went|fell|rose) (?:up |down )?from \\D*\\d[\\d.]*\\D+${N}`,
  `${N} ?@? ?(?:today|tonight|this (?:morning|arvo|evening))\\b[^.]*?\\b(?:was|yesterday|before|last \\w+|from)\\b`,
  `\\b(?:was|were|been|used to be|started|began|begun|kicked off|opened|initially|originally|first|before|yesterday|last \\w+|\\w+day was)\\b.*?\\d.*?(?:\\bto\\b|\\btoday\\b|->|\\bits\\b|\\bmore like\\b)\\D*?(\\d[\\d.]*(?: ?(?:-|to|or) ?\\d[\\d.]*)?)`,
  `\\d ?@?\\W*(?:at first|at the start|to start|to begin|initially|originally|first up|first thing)\\b\\D*?${N}`,
  `\\d\\D{0,12}?\\b(?:yesterday|before|last \\w+|earlier)\\b\\D*?${N}`,
  `\\bday \\d.*?today (?:a )?${N}`,
  `\\btoday ${ARTICLE}${N}`,
].map((source) => new RegExp(source))

/** The current one of a "then and now" pair, as text; the text itself where there is none. */
export function current(text: string): string {
  for (const pair of NOW) {
    const found = pair.exec(text)?.[1]
    if (found !== undefined) return found
  }
  return text
}
