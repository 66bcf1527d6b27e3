import { useEffect, useRef, useState } from 'preact/hooks'
import { CallProblem, type FieldProblem } from '../api/call.ts'
import type { ClinicView, ProtocolSummary, Settings, SettingsChange } from '../api/shapes.ts'
import { ProblemsContext } from '../controls/field-problems.tsx'
import { Notice } from '../controls/notice.tsx'
import { useWork } from '../controls/use-work.ts'
import { useUnsaved } from '../shell/routing.ts'
import { useSession } from '../shell/session.ts'
import { ClosedDaysSettings } from './closed-days-settings.tsx'
import { HoldSettings } from './hold-settings.tsx'
import { OpeningSettings, TextingSettings } from './hours-settings.tsx'
import { IdentitySettings } from './identity-settings.tsx'
import { OnCallSettings } from './on-call-settings.tsx'
import { ProtocolSettings } from './protocol-settings.tsx'
import { ChangeView, fieldOf, RefusedFields } from './settings-change.tsx'

interface Props {
  readonly clinic: ClinicView
  readonly protocols: readonly ProtocolSummary[]
  readonly applied: (change: SettingsChange) => Promise<void>
}

type Checked =
  | { readonly kind: 'possible'; readonly change: SettingsChange }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }

const LEAVE = 'The settings you changed are not applied yet. Leave, and lose the changes?'

/** Everything at once: settings hang together, and are tried out together on sample courses. */
export function SettingsForm({ clinic, protocols, applied }: Props) {
  const { api } = useSession()
  const [settings, setSettings] = useState<Settings>(clinic)
  const [checked, setChecked] = useState<Checked>()
  const { perform, busy, problem } = useWork()
  const isChanged = JSON.stringify(settings) !== JSON.stringify(clinic)
  useUnsaved(isChanged ? LEAVE : undefined)
  const change = (part: Partial<Settings>) => {
    setSettings({ ...settings, ...part })
    setChecked(undefined)
  }
  const check = (event: Event) => {
    event.preventDefault()
    perform(async () => {
      await sameAsRead()
      setChecked(await checkOf(() => api.changeSettings(settings, true)))
    })
  }
  const apply = () =>
    perform(async () => {
      await sameAsRead()
      await applied(await api.changeSettings(settings, false))
    })
  /** All settings are written at once: those of somebody else must not be undone unseen, the very first ones included. */
  const sameAsRead = async () => {
    const { changed } = await api.clinic()
    if (changed !== null && changed.at !== clinic.changed?.at)
      throw new Error(
        `${changed.by} has changed the settings meanwhile: open the page again, then change yours.`,
      )
  }
  const shared = { settings, change }
  return (
    <ProblemsContext.Provider value={checked?.kind === 'refused' ? atFields(checked.problems) : []}>
      <form class="settings" onSubmit={check} aria-label="Settings">
        <IdentitySettings {...shared} />
        <OpeningSettings {...shared} />
        <ClosedDaysSettings {...shared} knownUntil={clinic.holidaysUntil} />
        <TextingSettings {...shared} />
        <OnCallSettings {...shared} />
        <ProtocolSettings {...shared} />
        <HoldSettings {...shared} protocols={protocols} />
        {problem !== undefined && <Notice kind="bad">{problem}</Notice>}
        {checked !== undefined && <Result checked={checked} busy={busy} apply={apply} />}
        {isChanged && checked?.kind !== 'possible' && (
          <div class="save-bar">
            <p role="status">Changed, not applied yet.</p>
            <button type="button" onClick={() => change(clinic)}>
              Undo
            </button>
            <button type="submit" class="primary" disabled={busy}>
              {busy ? 'Checking…' : 'Check'}
            </button>
          </div>
        )}
      </form>
    </ProblemsContext.Provider>
  )
}

const atFields = (problems: readonly FieldProblem[]): readonly FieldProblem[] =>
  problems.map(({ path, message }) => ({ path: fieldOf(path), message }))

/** A refusal that names fields belongs beside them; any other is the caller's to tell. */
async function checkOf(work: () => Promise<SettingsChange>): Promise<Checked> {
  try {
    return { kind: 'possible', change: await work() }
  } catch (error) {
    if (error instanceof CallProblem && error.errors.length > 0)
      return { kind: 'refused', problems: error.errors }
    throw error
  }
}

interface ResultProps {
  readonly checked: Checked
  readonly busy: boolean
  readonly apply: () => void
}

function Result({ checked, busy, apply }: ResultProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    heading.current?.scrollIntoView({ block: 'center' })
  }, [checked])
  const isPossible = checked.kind === 'possible'
  return (
    <section class={`card ${isPossible ? '' : 'needs'}`} aria-labelledby="check-result">
      <div class="card-head">
        <h2 id="check-result" tabIndex={-1} ref={heading}>
          {isPossible ? 'This would change' : 'This cannot be'}
        </h2>
      </div>
      {checked.kind === 'refused' ? (
        <RefusedFields problems={checked.problems} />
      ) : (
        <ChangeView change={checked.change} />
      )}
      {isPossible && checked.change.changes.length > 0 && (
        <button type="button" class="primary" disabled={busy} onClick={apply}>
          {busy ? 'Applying…' : 'Apply'}
        </button>
      )}
    </section>
  )
}
