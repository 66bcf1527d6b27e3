import { useEffect, useState } from 'preact/hooks'

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

export function usePath(): Path {
  const [path, setPath] = useState(pathNow)
  useEffect(() => {
    const follow = () => setPath(pathNow())
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return path
}
