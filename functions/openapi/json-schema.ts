import * as z from 'zod/mini'

export type JsonSchema = z.core.JSONSchema.BaseSchema

const MISSING = 'missing: expected '

/**
 * A schema as JSON Schema 2020-12, as it is sent. What is checked by a function of ours alone is text of a form that the
 * error words describe, and those words describe every other field as well.
 * @param definitions takes in the named schemas it is made of, to which the result refers as `#/$defs/Name`
 */
export function jsonSchema(schema: z.ZodMiniType, definitions: Map<string, JsonSchema>): JsonSchema {
  const {
    $schema: _,
    $defs = {},
    ...described
  } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema: made }) {
      const { def } = zodSchema._zod
      if (def.type === 'custom') made.type = 'string'
      const words = wordsFor(def)
      if (words !== undefined && made.description === undefined && made.type !== 'object')
        made.description = words
    },
  })
  for (const [name, definition] of Object.entries($defs)) definitions.set(name, definition)
  return described
}

/** What a field expects, in the words of the error it gives when it is missing. */
function wordsFor({ error }: z.core.$ZodTypeDef): string | undefined {
  const said: unknown = error && Reflect.apply(error, undefined, [{ input: undefined }])
  return typeof said === 'string' && said.startsWith(MISSING) ? said.slice(MISSING.length) : undefined
}
