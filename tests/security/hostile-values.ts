import fc from 'fast-check'

/** Any UTF-16 units, halves of surrogate pairs among them. */
const units = fc.uint16Array({ maxLength: 40 }).map((codes) => String.fromCharCode(...codes))

const NASTY = [
  '',
  ' ',
  '\u0000',
  '\ud83d',
  '\u202egnp.exe',
  '\u200b',
  'a\r\nX-Injected: 1',
  '{phone}',
  '{{constructor}}',
  '../../../../etc/passwd',
  '..%2f..%2f',
  '%00',
  '%E0%A4%A',
  "' OR '1'='1",
  '{"$gt":""}',
  'PATIENT#zara-Xq7Lm2',
  ':expected',
  '=HYPERLINK("https://evil.example")',
  '<script>alert(1)</script>',
  '</Message><Message to="+61491570158">',
  '+61491570006',
  '9'.repeat(400),
  'x'.repeat(70_000),
  '\u0301'.repeat(2_000),
  '2026-02-30T25:61',
  '0000-00-00T00:00',
  '+275760-09-13T00:00',
] as const

export const nastyText = fc.oneof(fc.constantFrom(...NASTY), units, fc.string({ maxLength: 60 }))

/** JSON text of one value: what JSON can say, and numbers that only its text can. */
const number = fc.constantFrom(
  '0',
  '-0',
  '-1',
  '1.5',
  '1e308',
  '1e999',
  '-1e999',
  '9007199254740993',
  '1E-400',
)
const leaf = fc.oneof(
  nastyText.map((text) => JSON.stringify(text)),
  number,
  fc.constantFrom('null', 'true', 'false', '[]', '{}'),
)
const deep = fc.constantFrom(10, 1_000, 15_000).map((depth) => '['.repeat(depth) + ']'.repeat(depth))
const wide = fc.constantFrom('0', '{}', 'null').map((item) => `[${Array(15_000).fill(item).join(',')}]`)

export const nastyJson = fc.oneof(
  { weight: 8, arbitrary: leaf },
  { weight: 3, arbitrary: fc.json({ maxDepth: 4 }) },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: wide },
)

/** The JSON text of a good body in which one value, at any depth, is another. */
export function spoiled(body: object): fc.Arbitrary<string> {
  const text = JSON.stringify(body)
  const values = [...text.matchAll(/"(?:[^"\\]|\\.)*"(?!:)|true|false|\d+(?=[,}\]])|\{[^{}]*\}|\[.*?\]/g)]
  if (values.length === 0) return nastyJson
  return fc.tuple(fc.constantFrom(...values), nastyJson).map(([{ 0: old, index }, value]) => {
    return text.slice(0, index) + value + text.slice(index + old.length)
  })
}
