import type { FieldProblem } from '../api/call.ts'
import type { SettingsChange } from '../api/shapes.ts'
import { countText } from '../controls/count-text.ts'
import { idOfField } from '../controls/field-problems.tsx'
import { closedDaysText, nameOfSetting, settingText } from './setting-words.ts'

/** What would be different, for whom. */
export function ChangeView({ change: { changes, patients } }: { change: SettingsChange }) {
  if (changes.length === 0) return <p>Nothing: the settings say that already.</p>
  return (
    <>
      <dl class="pairs settings-diff">
        {changes.map(({ path, from, to }) => (
          <div key={path}>
            <dt>{nameOfSetting(path)}</dt>
            <dd>
              {path === 'closedDays' ? (
                closedDaysText(from, to)
              ) : (
                <>
                  <b>{settingText(path, to)}</b> <span class="quiet">was {settingText(path, from)}</span>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p>{affectedText(patients)}</p>
    </>
  )
}

function affectedText({ total, examined, affected, texts }: SettingsChange['patients']): string {
  if (total === 0) return 'No patient is enrolled yet.'
  const of =
    examined < total ? `of the ${examined} compared, of ${total} in all` : `of ${countText(total, 'patient')}`
  if (affected === 0) return `No text to come changes, ${of}.`
  const counts = [
    [texts.added, 'new'],
    [texts.removed, 'dropped'],
    [texts.moved, 'at another time'],
    [texts.reworded, 'in other words'],
  ] as const
  const each = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  return `Texts to come change for ${affected} ${of}: ${each.join(', ')}.`
}

/** The setting that a part of it belongs to: `ladderMinutes[2]`. */
export const fieldOf = (path: string): string => path.replace(/\[.*/, '')

/** Refused fields by name; each leads to its field. */
export function RefusedFields({ problems }: { problems: readonly FieldProblem[] }) {
  return (
    <ul class="refused">
      {problems.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          {path !== '' && (
            <button
              type="button"
              class="plain"
              onClick={() => document.getElementById(idOfField(fieldOf(path)))?.focus()}
            >
              {nameOfSetting(path)}
            </button>
          )}{' '}
          {message}
        </li>
      ))}
    </ul>
  )
}
