import { mobileText } from '../controls/phone-number.ts'
import { hrefOf } from '../shell/routing.ts'

export interface Person {
  readonly id: string
  readonly reference?: string
  readonly mobile?: string
  readonly givenName?: string
  readonly label?: string
  readonly stranger?: true
}

/** Whom it is about, and the number to call. */
export function Person({ person }: { person: Person }) {
  const { id, reference = 'A number no patient has', mobile, givenName, stranger } = person
  return (
    <span class="person">
      {stranger ? (
        <b>A number no patient has</b>
      ) : (
        <a href={hrefOf('patients', id)}>{givenName ?? reference}</a>
      )}
      {givenName !== undefined && <span class="quiet">{reference}</span>}
      {mobile !== undefined && (
        <a class="call" href={`tel:${mobile}`}>
          Call {mobileText(mobile)}
          <span class="unseen">, {givenName ?? reference}</span>
        </a>
      )}
    </span>
  )
}
