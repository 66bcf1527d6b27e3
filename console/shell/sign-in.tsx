import { CallProblem } from '../api/call.ts'
import { clinicApi } from '../api/clinic-api.ts'
import { Problem } from '../controls/notice.tsx'
import { typed, useSubmit } from '../controls/use-work.ts'
import icon from '../icon.svg'
import type { Session } from './session.ts'

const LOOK_EVERY_MS = 15_000
/** On this machine the clock jumps, and nobody pays for a look. */
const LOOK_HERE_EVERY_MS = 1_500

/** @throws CallProblem when the key is not valid */
export async function sessionFor(key: string, actor: string, here: boolean): Promise<Session> {
  const api = clinicApi(key, actor)
  const clinic = await api.clinic().catch((error: unknown) => {
    // A key for operators alone is good too, but not for anything of the clinic.
    if (error instanceof CallProblem && error.status === 403) return undefined
    throw error
  })
  return { api, actor, lookEveryMs: here ? LOOK_HERE_EVERY_MS : LOOK_EVERY_MS, ...(clinic && { clinic }) }
}

interface Props {
  /** Known to everyone on this machine. */
  readonly demoKey?: string
  readonly signIn: (session: Session) => void
}

export function SignIn({ demoKey, signIn }: Props) {
  const { submit, busy, problem } = useSubmit(async (form) => {
    const session = await sessionFor(typed(form, 'key'), typed(form, 'actor'), demoKey !== undefined)
    signIn(session)
  })
  return (
    <main class="sign-in">
      <form class="card" onSubmit={submit}>
        <img src={icon} alt="" width="44" height="44" />
        <h1>Patient texts</h1>
        <p class="quiet">
          Sign in with your clinic's API key. It stays in this page's memory and goes when you close it.
        </p>
        <label>
          Your name
          <input name="actor" required maxLength={60} autocomplete="name" />
          <small>Stands beside what you change.</small>
        </label>
        <label>
          API key
          <input
            name="key"
            type="password"
            required
            autocomplete="off"
            spellcheck={false}
            defaultValue={demoKey ?? ''}
          />
        </label>
        <button type="submit" class="primary" disabled={busy}>
          {busy ? 'Signing in…' : 'Sign in'}
        </button>
        <Problem>{problem}</Problem>
      </form>
    </main>
  )
}
