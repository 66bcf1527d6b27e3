import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { ErasureView, Patient } from '../api/shapes.ts'
import { Problem, Warnings } from '../controls/notice.tsx'
import { typed, useSubmit, useWork } from '../controls/use-work.ts'
import { hrefOf } from '../shell/routing.ts'
import { useSession } from '../shell/session.ts'

type Asking = 'end-series' | 'withdraw' | 'erase'

/** What changes everything for a patient: each is said in full and asked about before it is done. */
export function PatientActions({ patient, reload }: { patient: Patient; reload: () => Promise<void> }) {
  const { api } = useSession()
  const { id, state, courses } = patient
  const [asking, setAsking] = useState<Asking>()
  const { perform, busy, problem } = useWork()
  const running = courses.filter(({ endedAt }) => endedAt === undefined).at(-1)
  const does = (work: () => Promise<unknown>) => () =>
    perform(async () => {
      await work()
      setAsking(undefined)
      await reload()
    })
  const ask = (what: Asking) => () => setAsking(asking === what ? undefined : what)
  return (
    <section class="card actions" aria-labelledby="actions">
      <h2 id="actions">All texts</h2>
      <div class="row">
        {state === 'paused' ? (
          <button type="button" disabled={busy} onClick={does(() => api.resume(id))}>
            Send texts again
          </button>
        ) : (
          <button type="button" disabled={busy || state !== 'active'} onClick={does(() => api.pause(id))}>
            Put on hold
          </button>
        )}
        {running !== undefined && (
          <button type="button" aria-expanded={asking === 'end-series'} onClick={ask('end-series')}>
            End the series
          </button>
        )}
        {state !== 'withdrawn' && state !== 'erasing' && (
          <button type="button" aria-expanded={asking === 'withdraw'} onClick={ask('withdraw')}>
            Withdraw
          </button>
        )}
        <button type="button" class="danger" aria-expanded={asking === 'erase'} onClick={ask('erase')}>
          Erase
        </button>
      </div>
      {asking === 'end-series' && running !== undefined && (
        <Sure words="No more injections. The patient is told of the next booked visit only, and the texts that follow the last injection still go.">
          <button
            type="button"
            class="primary"
            disabled={busy}
            onClick={does(() => api.endSeries(id, running.course))}
          >
            End the series
          </button>
        </Sure>
      )}
      {asking === 'withdraw' && (
        <Sure words="No more texts at all, visit reminders included.">
          <button type="button" class="primary" disabled={busy} onClick={does(() => api.withdraw(id))}>
            Withdraw the patient
          </button>
        </Sure>
      )}
      {asking === 'erase' && <EraseForm patient={patient} />}
      <Problem>{problem}</Problem>
    </section>
  )
}

const Sure = ({ words, children }: { words: string; children: ComponentChildren }) => (
  <div class="sure">
    <p>{words}</p>
    {children}
  </div>
)

function EraseForm({ patient: { id, reference } }: { patient: Patient }) {
  const { api } = useSession()
  const [erasure, setErasure] = useState<ErasureView>()
  const { submit, busy, problem } = useSubmit(async (form) => {
    if (typed(form, 'reference') !== reference) throw new Error(`Type ${reference} exactly as it stands.`)
    setErasure(await api.erase(id))
  })
  if (erasure !== undefined)
    return (
      <div class="sure" role="status">
        <p>
          <b>{reference} is being erased.</b> It takes some minutes.
        </p>
        <Warnings warnings={erasure.warnings} />
        <ul>
          {erasure.remains.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <a href={hrefOf('patients')}>All patients</a>
      </div>
    )
  return (
    <form class="sure" onSubmit={submit} aria-label="Erase this patient">
      <p>
        Everything held about this patient goes, evidence included, here and at Twilio. Nobody can undo this.
      </p>
      <label>
        To erase, type the reference: {reference}
        <input name="reference" required autocomplete="off" />
      </label>
      <button type="submit" class="danger" disabled={busy}>
        Erase for good
      </button>
      <Problem>{problem}</Problem>
    </form>
  )
}
