import { made } from './made.ts'

/**
 * The tables of signs, meanings, look-alikes and vocabulary, as `npm run triage:tables` writes them from `tables.ts`:
 *
 *   = atoms       how many: each is one piece of a pattern, such as `cant/wont`, and goes by its number
 *   = words       a word, and the atoms that name it
 *   = beginnings  how words begin, and the atoms that name that
 *   = lists       a list of the vocabulary, and the atoms that name it
 *   = rules       a sign: tier, answer, its name, and a mark for each of its patterns: ~ if it is figurative, + or & if it
 *                 has two parts, by where they must be, else a full stop
 *   = whole       a meaning, and the messages that say it when they say nothing else
 *   = medicines   class, ingredient, name, the words it is called by, the countries where that is so
 *   = signs, look-alikes, meanings, vocabulary
 *                 the atom that a sequence begins with, what it says, and its steps
 */
const SECTIONS: ReadonlyMap<string, string> = new Map(
  made('tables.txt')
    .toString()
    .split('\n= ')
    .map((told): [string, string] => {
      const end = told.indexOf('\n')
      return [told.slice(0, end), told.slice(end + 1)]
    }),
)

/** Its lines. @throws Error if the tables have no such section */
export function section(name: string): readonly string[] {
  const lines = SECTIONS.get(name)
  if (lines === undefined)
    throw new Error(`made/tables.txt: no section "${name}", has ${[...SECTIONS.keys()].join(', ')}`)
  return lines.split('\n')
}
