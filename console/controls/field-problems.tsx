import { createContext } from 'preact'
import { useContext, useEffect } from 'preact/hooks'
import type { FieldProblem } from '../api/call.ts'
import { nameOfField } from '../api/plain-words.ts'
import { capital } from './capital.ts'

/** What was refused, for the fields of a form to show. Paths name fields, never a part of one. */
export const ProblemsContext = createContext<readonly FieldProblem[]>([])

export const idOfField = (path: string): string => `field-${path}`

const useProblems = (path: string): readonly FieldProblem[] =>
  useContext(ProblemsContext).filter((problem) => problem.path === path)

/** What was refused about a field, under it. */
export function ProblemOf({ path }: { path: string }) {
  const refused = useProblems(path)
  if (refused.length === 0) return null
  return (
    <p class="problem" id={`${idOfField(path)}-problem`}>
      {[...new Set(refused.map(({ message }) => sentence(message)))].join(' ')}
    </p>
  )
}

const sentence = (message: string): string => `${capital(message)}.`

/** By which a field is found, and tells ears what was refused about it. */
export function useFieldAttributes(path: string) {
  const isRefused = useProblems(path).length > 0
  return {
    id: idOfField(path),
    ...(isRefused && { 'aria-invalid': true, 'aria-describedby': `${idOfField(path)}-problem` }),
  }
}

/** Brings whoever has sent a form to the first field that was refused. */
export function useFirstRefused(problems: readonly FieldProblem[]): void {
  useEffect(() => {
    if (problems.length > 0) document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus()
  }, [problems])
}

/** What a form says at its end: where to look, and what none of its fields shows. */
export function endText(
  problem: string | undefined,
  problems: readonly FieldProblem[],
  fields: readonly string[],
): string | undefined {
  if (problem === undefined || problems.length === 0) return problem
  const isShown = ({ path }: FieldProblem) => fields.includes(path.replace(/\[.*/, ''))
  const names = problems.filter(isShown).map(({ path }) => nameOfField(path) ?? path)
  const others = problems.filter((one) => !isShown(one)).map(({ message }) => message)
  const look = names.length === 0 ? [] : [`Please mend: ${[...new Set(names)].join(', ')}.`]
  return [...others, ...look].join(' ')
}
