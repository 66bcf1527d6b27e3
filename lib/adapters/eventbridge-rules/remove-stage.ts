import {
  DeleteRuleCommand,
  type EventBridgeClient,
  ListTargetsByRuleCommand,
  RemoveTargetsCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-eventbridge'
import { alarmPrefix } from '../../patient/alarm-name.ts'
import { pageOfRules } from './rule-list.ts'

/**
 * Removes every rule of a stage's alarms, and answers how many there were. What is made meanwhile stays, so whatever
 * makes alarms must have gone before.
 * @throws RangeError when the stage cannot be part of a rule's name; the SDK's error when EventBridge refuses
 */
export async function removeStageRules(client: EventBridgeClient, stage: string): Promise<number> {
  const names = await allRules(client, alarmPrefix(stage))
  for (const name of names) await removeRule(client, name)
  return names.length
}

/** Listed to the end before the first is removed: a cursor into a list that shrinks may pass some by. */
async function allRules(client: EventBridgeClient, prefix: string): Promise<readonly string[]> {
  const all: string[] = []
  let cursor: string | undefined
  do {
    const page = await pageOfRules(client, prefix, cursor)
    all.push(...page.names)
    cursor = page.cursor
  } while (cursor !== undefined)
  return all
}

/** A rule cannot be deleted while it has targets. A list may still name a rule that is gone. */
async function removeRule(client: EventBridgeClient, name: string): Promise<void> {
  try {
    const { Targets = [] } = await client.send(new ListTargetsByRuleCommand({ Rule: name }))
    const Ids = Targets.flatMap(({ Id }) => Id ?? [])
    if (Ids.length > 0) await client.send(new RemoveTargetsCommand({ Rule: name, Ids }))
    await client.send(new DeleteRuleCommand({ Name: name }))
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error
  }
}
