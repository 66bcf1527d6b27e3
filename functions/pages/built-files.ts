import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface BuiltFile {
  readonly type: string
  readonly plain: Buffer
  readonly gzipped: Buffer
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

/**
 * Everything the build made, by its path such as `/console/index-3f9a.js`: looked up in a list made beforehand, no path
 * leads out of the folder. Each file is read and packed once, when it is first asked for; an HTTP API packs nothing.
 */
export function builtFiles(folder: string): (path: string) => BuiltFile | undefined {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const places = new Map(names.map((name) => [`/${name.replaceAll('\\', '/')}`, join(folder, name)]))
  const read = new Map<string, BuiltFile>()
  return (path) => {
    const place = places.get(path)
    const type = TYPES[extname(path)]
    if (place === undefined || type === undefined) return undefined
    const known = read.get(path)
    if (known !== undefined) return known
    const plain = readFileSync(place)
    const file = { type, plain, gzipped: gzipSync(plain) }
    read.set(path, file)
    return file
  }
}
