import type { Cloud } from './cloud.ts'
import type { Fault } from './page-view.ts'

export interface FaultSwitches {
  /** Those that are on. */
  on(): readonly Fault[]
  set(fault: Fault, isOn: boolean): void
}

type Breakable = Pick<Cloud, 'twilio' | 'eventbridge' | 'scheduler'>

export function faultSwitches({ twilio, eventbridge, scheduler }: Breakable): FaultSwitches {
  const on = new Set<Fault>()
  // The sweep's own rule stays: it is what finds the texts whose alarms are lost.
  const isPatients = (name: string) => eventbridge.rateRules().every((rule) => rule.name !== name)
  const breaks: Readonly<Record<Fault, (isOn: boolean) => void>> = {
    'twilio-down': (isOn) => twilio.down(isOn),
    'alarms-lost': (isOn) => {
      const isLost = (name: string) => isOn && isPatients(name)
      eventbridge.loseEach(isLost)
      scheduler.loseEach(isLost)
    },
    'callbacks-doubled': (isOn) => twilio.callbacks(isOn ? 'doubled' : 'normal'),
  }
  return {
    on: () => [...on],
    set: (fault, isOn) => {
      if (isOn) on.add(fault)
      else on.delete(fault)
      breaks[fault](isOn)
    },
  }
}
