/** Other forms of verbs that do not follow the rule; `-ing` and `-s` do. */
const IRREGULAR: Readonly<Record<string, string>> = {
  bite: 'bit bitten',
  bleed: 'bled',
  blow: 'blew blown',
  break: 'broke broken',
  bring: 'brought',
  burst: 'burst',
  catch: 'caught',
  come: 'came',
  creep: 'crept',
  cut: 'cut',
  die: 'died dying',
  do: 'did done does',
  drink: 'drank drunk',
  eat: 'ate eaten',
  fall: 'fell fallen',
  feel: 'felt',
  find: 'found',
  get: 'got gotten',
  give: 'gave given',
  go: 'went gone goes',
  grow: 'grew grown',
  hang: 'hung',
  have: 'had has',
  hold: 'held',
  hurt: 'hurt',
  keep: 'kept',
  know: 'knew known',
  leave: 'left',
  lie: 'lay lying',
  lose: 'lost loose loosing',
  make: 'made',
  put: 'put',
  run: 'ran run',
  see: 'saw seen',
  shake: 'shook shaken',
  shut: 'shut',
  shit: 'shat shit',
  sink: 'sank sunk',
  sleep: 'slept',
  slide: 'slid',
  spit: 'spat',
  split: 'split',
  stand: 'stood',
  swell: 'swollen swole',
  swallow: 'swallowed',
  take: 'took taken',
  tear: 'tore torn',
  think: 'thought',
  throw: 'threw thrown',
  wake: 'woke woken',
  wet: 'wet',
}

const VOWEL = /[aeiou]/
/** "drop" doubles its last letter; "open", "wander" and "show" do not. */
const doubles = (verb: string): boolean => /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb)

const withS = (verb: string): string =>
  /(?:s|x|z|ch|sh|o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`

function withEnding(verb: string, ending: 'ed' | 'ing'): string {
  if (verb.endsWith('e') && !(ending === 'ing' && /[eoy]e$/.test(verb)))
    return `${verb.slice(0, -1)}${ending}`
  if (ending === 'ed' && /[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  const last = verb.at(-1) ?? ''
  return doubles(verb) && !VOWEL.test(last) ? `${verb}${last}${ending}` : `${verb}${ending}`
}

/** All forms of a verb: "give" is also "gives", "giving", "gave" and "given". */
export const formsOf = (verb: string): readonly string[] => [
  verb,
  withS(verb),
  withEnding(verb, 'ing'),
  ...(IRREGULAR[verb]?.split(' ') ?? [withEnding(verb, 'ed')]),
]
