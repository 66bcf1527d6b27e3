import { type EventBridgeClient, ListRulesCommand } from '@aws-sdk/client-eventbridge'

/** One page of the names of rules that begin with `prefix`, at most 100. */
export async function pageOfRules(
  client: EventBridgeClient,
  prefix: string,
  cursor: string | undefined,
): Promise<{ readonly names: readonly string[]; readonly cursor?: string }> {
  const { Rules = [], NextToken } = await client.send(
    new ListRulesCommand({ NamePrefix: prefix, ...(cursor !== undefined && { NextToken: cursor }) }),
  )
  const names = Rules.flatMap(({ Name }) => Name ?? [])
  return NextToken === undefined ? { names } : { names, cursor: NextToken }
}

export async function countRules(client: EventBridgeClient, prefix: string): Promise<number> {
  let count = 0
  let cursor: string | undefined
  do {
    const page = await pageOfRules(client, prefix, cursor)
    count += page.names.length
    cursor = page.cursor
  } while (cursor !== undefined)
  return count
}
