import { constants, deflateSync, inflateSync } from 'node:zlib'
import type { Item } from './items.ts'
import { loggableKey } from './stored.ts'
import { ATTRIBUTE } from './table.ts'

/**
 * A document as deflated JSON. A patient's is written four times a text, and DynamoDB is paid by the kilobyte: packed it
 * is a third of what it is as a map of attributes. Deflating harder saves 6 % more, and takes twice as long.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-use-s3-too.html
 * @throws RangeError naming the field of a number that is none, which JSON would turn into null
 */
export function packed(document: object): Uint8Array {
  const json = JSON.stringify(document)
  // Looking at every field takes as long as packing, and hardly any document has the word in it.
  if (json.includes('null')) JSON.stringify(document, refuseNoNumber)
  return deflateSync(json, { level: constants.Z_BEST_SPEED })
}

function refuseNoNumber(name: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`${name}: ${value} is no number`)
  return value
}

/**
 * The item with its document as it was before it was packed.
 * @throws Error naming the item's key when its document is not packed, or is damaged: its checksum tells
 */
export function unpacked(item: Item): Item {
  const bytes = item[ATTRIBUTE.document]
  if (!(bytes instanceof Uint8Array))
    throw new Error(`item ${loggableKey(item)}: ${ATTRIBUTE.document} is not packed`)
  try {
    const document: unknown = JSON.parse(inflateSync(bytes).toString())
    return { ...item, [ATTRIBUTE.document]: document }
  } catch {
    // The parser's words would quote the document.
    throw new Error(`item ${loggableKey(item)}: ${ATTRIBUTE.document} is damaged`)
  }
}
