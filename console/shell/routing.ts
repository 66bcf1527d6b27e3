import { useEffect, useLayoutEffect, useState } from 'preact/hooks'

/**
 * Pages are named behind the `#`: that part never leaves the browser, so a patient's id reaches no log on the way, and
 * the service has one address to serve.
 */
export type Path = readonly string[]

const pathNow = (): Path =>
  location.hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent)

export const hrefOf = (...path: Path): string => `#/${path.map(encodeURIComponent).join('/')}`

export const goTo = (...path: Path): void => {
  location.hash = hrefOf(...path)
}

/** Without a name: the phones on this machine, the day in a clinic. */
export const startPage = (here: boolean): string => (here ? 'phones' : 'today')

/** The question to ask before a page is left with which something would be lost. */
let unsaved: string | undefined

/** Whether the page may be left; asks whoever has something to lose. */
export const mayLeave = (): boolean => unsaved === undefined || confirm(unsaved)

/** Asks before this page is left, by a link, by going back or by closing it. @param question undefined: nothing to lose */
export function useUnsaved(question: string | undefined): void {
  useEffect(() => {
    if (question === undefined) return
    unsaved = question
    // A browser asks in words of its own when the whole page goes.
    const ask = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => {
      unsaved = undefined
      removeEventListener('beforeunload', ask)
    }
  }, [question])
}

export function usePath(): Path {
  const [path, setPath] = useState(pathNow)
  // Before anything is painted: an address that changes between reading it and listening would not be followed.
  useLayoutEffect(() => {
    let shown = location.hash
    const follow = () => {
      if (location.hash === shown) return
      if (!mayLeave()) {
        location.hash = shown
        return
      }
      shown = location.hash
      setPath(pathNow())
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return path
}
