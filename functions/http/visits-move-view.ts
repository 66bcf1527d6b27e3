import type { MovedPatient, MovedVisit } from '../../lib/care/move-visits.ts'
import type { Problem } from '../../lib/care/outcome.ts'
import { differenceView } from './plan-view.ts'
import type { PersonView } from './today-view.ts'

/** POST /v1/visits/move, and the same with ?dryRun=true, which moves nobody. */
export interface VisitsMoveView {
  readonly items: readonly MovedPatientView[]
  /** Patients by `state`. */
  readonly moved: number
  readonly refused: number
  readonly left: number
}

export interface MovedPatientView {
  readonly patient: PersonView
  /** The clinic's wall clock. */
  readonly visits: readonly MovedVisit[]
  /** `moved`: done, or in a dry run possible. `left`: time ran out, call again. */
  readonly state: 'moved' | 'refused' | 'left'
  /** What changes for her texts; absent where nothing was moved. */
  readonly texts?: ReturnType<typeof differenceView>
  /** Why she could not be moved. */
  readonly errors?: readonly Problem[]
}

export function visitsMoveView(patients: readonly MovedPatient[]): VisitsMoveView {
  const items = patients.map(movedPatientView)
  const count = (state: MovedPatientView['state']) => items.filter((one) => one.state === state).length
  return { items, moved: count('moved'), refused: count('refused'), left: count('left') }
}

function movedPatientView({ patient, visits, outcome }: MovedPatient): MovedPatientView {
  switch (outcome.kind) {
    case 'done': {
      const { difference, warnings } = outcome.value
      return { patient, visits, state: 'moved', texts: differenceView(difference, warnings) }
    }
    case 'left':
      return { patient, visits, state: 'left' }
    case 'not-found':
      return { patient, visits, state: 'refused', errors: [{ path: '', message: 'is not there any more' }] }
    case 'invalid':
    case 'conflict':
      return { patient, visits, state: 'refused', errors: outcome.problems }
  }
}
