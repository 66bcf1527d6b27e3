import { useState } from 'preact/hooks'
import type { ClinicView, ProtocolSummary, SettingsChange } from '../api/shapes.ts'
import { countText } from '../controls/count-text.ts'
import { dayText, timeText, wallClockIn } from '../controls/days.ts'
import { LoadView } from '../controls/load-view.tsx'
import { Notice } from '../controls/notice.tsx'
import { focusHeading, PageHead } from '../controls/page-head.tsx'
import { mobileText } from '../controls/phone-number.ts'
import { useLoaded } from '../controls/use-loaded.ts'
import { cityOf } from '../controls/zone-field.tsx'
import { useSession } from '../shell/session.ts'
import { SettingsForm } from './settings-form.tsx'

interface Read {
  readonly clinic: ClinicView
  readonly protocols: readonly ProtocolSummary[]
}

/** What a clinic may change of itself. Nothing changes until somebody has seen what would. */
export function SettingsPage() {
  const { api, clinicChanged } = useSession()
  const [done, setDone] = useState<SettingsChange>()
  const loaded = useLoaded(async (): Promise<Read> => {
    const [clinic, protocols] = await Promise.all([api.clinic(), api.protocols()])
    return { clinic, protocols }
  }, 'settings')
  const applied = async (change: SettingsChange) => {
    clinicChanged(change.clinic)
    await loaded.reload()
    setDone(change)
    focusHeading()
  }
  return (
    <>
      <PageHead title="Settings" />
      {done !== undefined && <Notice kind="good">{doneText(done)}</Notice>}
      <LoadView loaded={loaded}>
        {({ clinic, protocols }) => (
          <>
            <Facts clinic={clinic} />
            <SettingsForm
              key={clinic.changed?.at ?? ''}
              clinic={clinic}
              protocols={protocols}
              applied={applied}
            />
          </>
        )}
      </LoadView>
    </>
  )
}

const doneText = ({ patients: { affected } }: SettingsChange): string =>
  affected === 0
    ? 'Applied.'
    : `Applied. The texts of ${countText(affected, 'patient')} follow within minutes.`

/** What only whoever runs the service may change, and who changed the rest last. */
function Facts({ clinic: { sender, timeZone, changed } }: { clinic: ClinicView }) {
  const at = changed === null ? undefined : wallClockIn(timeZone, changed.at)
  return (
    <p class="facts">
      <span>Texts come from {mobileText(sender)}</span>
      <span>{cityOf(timeZone)} time</span>
      {changed !== null && at !== undefined && (
        <span>
          last changed by {changed.by}, {dayText(at)}, {timeText(at)}
        </span>
      )}
    </p>
  )
}
