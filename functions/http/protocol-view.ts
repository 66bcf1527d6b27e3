import { textTemplate } from '../../lib/protocol/catalogue.ts'
import type { Protocol, Step } from '../../lib/protocol/protocol.ts'
import { NEWEST_PROTOCOL } from '../../lib/protocol/released.ts'

export const protocolSummary = ({ id, title, signedBy }: Protocol) => ({
  id,
  title,
  signedBy,
  newest: id === NEWEST_PROTOCOL,
})

/** A protocol as a clinician reads it: each step with its time, its life and its words. */
export const protocolView = (protocol: Protocol) => ({
  ...protocolSummary(protocol),
  defaults: protocol.defaults,
  steps: protocol.steps.map(stepView),
})

const stepView = ({ key, kind, on, which, when, until, asks, setting }: Step) => ({
  step: key,
  kind,
  on,
  ...(which && { which }),
  when,
  until,
  ...(asks && { asks }),
  ...(setting && { setting }),
  text: textTemplate(key, true).text,
})
