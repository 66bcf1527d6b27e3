import middy from '@middy/core'
import type { CloudFormationCustomResourceEvent } from 'aws-lambda'
import type { Log } from '../../lib/ports/log.ts'
import { errorName } from '../middleware/error-name.ts'
import { logRun } from '../middleware/log-run.ts'

export interface AlarmRemoval {
  /** Both answer how many there were. */
  readonly removeRules: (stage: string) => Promise<number>
  readonly removeSchedules: (stage: string, group: string) => Promise<number>
  readonly log: Log
}

/** Called by CloudFormation: when the stack comes, changes and goes. Patients' rules are made at run time, so it does not know them. */
export function makeRemoveAlarms(removal: AlarmRemoval) {
  // Built once per cold start.
  return middy<CloudFormationCustomResourceEvent, void>()
    .use(logRun(removal))
    .handler((event) => removeAlarms(removal, event))
}

// Run per event. Without an answer CloudFormation would wait for its timeout, so a failure is answered too.
async function removeAlarms(removal: AlarmRemoval, event: CloudFormationCustomResourceEvent): Promise<void> {
  const { log } = removal
  try {
    if (event.RequestType === 'Delete')
      log.info('ALARMS_REMOVED', { count: await removeAll(removal, event.ResourceProperties) })
    await answer(event, { Status: 'SUCCESS' })
  } catch (error) {
    const name = errorName(error)
    log.error('ALARMS_NOT_REMOVED', { error: name })
    await answer(event, { Status: 'FAILED', Reason: `the stage’s alarms could not be removed: ${name}` })
  }
}

/** A stage on Scheduler may have rules from before; one on rules has no group. */
async function removeAll(
  { removeRules, removeSchedules }: AlarmRemoval,
  { stage, group }: CloudFormationCustomResourceEvent['ResourceProperties'],
): Promise<number> {
  const rules = await removeRules(String(stage))
  return group === undefined ? rules : rules + (await removeSchedules(String(stage), String(group)))
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html */
async function answer(
  { StackId, RequestId, LogicalResourceId, ResponseURL }: CloudFormationCustomResourceEvent,
  outcome: { readonly Status: 'SUCCESS' | 'FAILED'; readonly Reason?: string },
): Promise<void> {
  // The same id for ever: another one would make CloudFormation delete the "old" resource on an update.
  const PhysicalResourceId = 'alarms-of-the-stage'
  const body = JSON.stringify({ ...outcome, PhysicalResourceId, StackId, RequestId, LogicalResourceId })
  // The address is signed for a request without a content type.
  const { ok, status } = await fetch(ResponseURL, { method: 'PUT', headers: { 'content-type': '' }, body })
  if (!ok) throw new Error(`CloudFormation took the answer with status ${status}`)
}
