import { focusHeading } from '../controls/page-head.tsx'
import icon from '../icon.svg'
import { hrefOf, type Path, startPage } from './routing.ts'
import type { Session } from './session.ts'

interface Props {
  readonly session: Session
  readonly path: Path
  readonly here: boolean
  readonly signOut: () => void
}

const CLINIC_PAGES = [
  ['today', 'Today'],
  ['patients', 'Patients'],
  ['settings', 'Settings'],
] as const

/** The clinic's name and the ways to go. */
export function Header({ session, path, here, signOut }: Props) {
  const { clinic, actor } = session
  const pages = [
    ...(clinic === undefined ? [] : CLINIC_PAGES),
    ['ops', 'Ops'] as const,
    ...(here ? [['phones', 'Phones'] as const] : []),
  ]
  const lit = clinic === undefined ? 'ops' : sectionOf(path, here)
  return (
    <header class="top">
      <button type="button" class="skip" onClick={focusHeading}>
        Skip to the page
      </button>
      <div class="brand">
        <img src={icon} alt="" width="30" height="30" />
        <strong>{clinic?.name ?? 'Patient texts'}</strong>
      </div>
      <nav aria-label="Pages">
        {pages.map(([page, name]) => (
          <a key={page} href={hrefOf(page)} aria-current={lit === page ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <div class="who">
        <span class="quiet">{actor}</span>
        <button type="button" class="plain" onClick={signOut}>
          Sign out
        </button>
      </div>
    </header>
  )
}

/** Moving many visits starts from the day, and belongs to it. */
function sectionOf([page]: Path, here: boolean): string {
  if (page === undefined) return startPage(here)
  return page === 'visits' ? 'today' : page
}
