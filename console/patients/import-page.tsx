import { useState } from 'preact/hooks'
import type { ImportAnswer } from '../api/shapes.ts'
import { countText } from '../controls/count-text.ts'
import { Notice, Problem } from '../controls/notice.tsx'
import { PageHead } from '../controls/page-head.tsx'
import { saveAs } from '../controls/save-as.ts'
import { useWork } from '../controls/use-work.ts'
import { hrefOf } from '../shell/routing.ts'
import { useSession } from '../shell/session.ts'
import { ImportedRows } from './imported-rows.tsx'

/** Many patients from one file. Nothing changes until somebody has seen what would. */
export function ImportPage() {
  const { api } = useSession()
  const [file, setFile] = useState<{ readonly name: string; readonly csv: string }>()
  const [answer, setAnswer] = useState<ImportAnswer>()
  const { perform, busy, problem } = useWork()

  const check = (chosen: File | undefined) =>
    perform(async () => {
      setAnswer(undefined)
      if (chosen === undefined) return setFile(undefined)
      const csv = await chosen.text()
      setFile({ name: chosen.name, csv })
      setAnswer(await api.importFile(csv, true))
    })
  const apply = () =>
    perform(async () => {
      if (file !== undefined) setAnswer(await api.importFile(file.csv, false))
    })

  const template = async () => saveAs('patients.csv', 'text/csv', await api.importTemplate())

  return (
    <>
      <PageHead title="Import patients" beside={<a href={hrefOf('patients')}>All patients</a>} />
      <section class="card form" aria-label="The file">
        <label>
          A CSV file, as a spreadsheet saves it
          <input
            type="file"
            accept=".csv,text/csv"
            disabled={busy}
            onChange={(event) => check(event.currentTarget.files?.[0])}
          />
        </label>
        <p class="quiet">
          It is checked first, and nothing changes by that. Dates may be 1/12/2026 10:00; a mobile that lost
          its first 0 is understood.
        </p>
        <button type="button" class="plain" onClick={() => perform(template)}>
          Get a file to start from
        </button>
        <p role="status" class="quiet">
          {busy && 'Reading the file…'}
        </p>
        <Problem>{problem}</Problem>
      </section>
      {answer !== undefined && <Result answer={answer} busy={busy} apply={apply} />}
    </>
  )
}

interface ResultProps {
  readonly answer: ImportAnswer
  readonly busy: boolean
  readonly apply: () => void
}

function Result({ answer, busy, apply }: ResultProps) {
  const { dryRun, summary, counts, rows, missing } = answer
  const changes = counts.new + counts.moved + counts.changed
  return (
    <section class="card" aria-labelledby="result">
      <div class="card-head">
        <h2 id="result">{dryRun ? `This file: ${summary}` : `Done: ${summary}`}</h2>
        {dryRun && changes > 0 && (
          <button type="button" class="primary" disabled={busy} onClick={apply}>
            Apply {countText(changes, 'change')}
          </button>
        )}
      </div>
      {dryRun && changes === 0 && <Notice kind="good">There is nothing in this file to change.</Notice>}
      {counts.refused > 0 && (
        <Notice>
          {counts.refused === 1 ? '1 row is' : `${counts.refused} rows are`} refused. Mend the file and choose
          it again: rows that were taken stay as they are.
        </Notice>
      )}
      <ImportedRows rows={rows} dryRun={dryRun} />
      {missing.length > 0 && (
        <>
          <h3>Not in the file, and left as they are</h3>
          <ul class="inline-list">
            {missing.map(({ id, reference }) => (
              <li key={id}>
                <a href={hrefOf('patients', id)}>{reference}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
