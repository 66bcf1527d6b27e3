import { Duration } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { TIMEOUT_SECONDS } from '../../lib/settings.ts'
import { acknowledge } from './acknowledge.ts'
import { FILES } from './bundling.ts'
import { HouseFunction, type HouseFunctionProps, type Surroundings } from './house-function.ts'

export interface ServiceFunctionsProps extends Surroundings {
  /** Name of the function that alarms wake; it must never change. */
  readonly wakeName: string
  /** Wakes that may run at once; 0 reserves nothing, for the sweep neither. */
  readonly textsConcurrency: number
}

/** What each function's failure means for a patient. */
const FAILURE_MEANS = {
  'clinic-api':
    'A clinic gets an error instead of an answer. Enrolments and changed dates may not be stored, so a patient may get no text or one of an old date; the clinic sees the error.',
  'import-patients':
    'A clinic’s file of patients was not taken in, or not to its end; the clinic sees the error. The same file again goes on where it stopped.',
  'send-due-texts':
    'A patient’s text did not go when it was due. The sweep sends it within two minutes, unless it fails there too.',
  'receive-reply':
    'A patient wrote and may not have been heard: a STOP, a question about a tablet or an emergency. Twilio tries three times more.',
  'record-delivery':
    'News that a text arrived, or did not, was not noted. Twilio tries three times more; after a day the sweep asks Twilio itself.',
  sweep:
    'The safety net did not run to its end this minute. If it goes on, lost alarms, unread escalations and sends without an answer are seen by nobody.',
} as const

/** The six functions of the service, as `functions/` has them. */
export function serviceFunctions(
  scope: Construct,
  { wakeName, textsConcurrency, ...surroundings }: ServiceFunctionsProps,
) {
  const make = (id: string, name: keyof typeof FAILURE_MEANS, more: Partial<HouseFunctionProps> = {}) =>
    new HouseFunction(scope, id, {
      ...surroundings,
      name,
      failureMeans: FAILURE_MEANS[name],
      timeoutSeconds: TIMEOUT_SECONDS[name],
      files: FILES[name],
      ...more,
    })
  const reserve = (count: number) => (textsConcurrency === 0 ? {} : { reserved: count })
  const functions = {
    'clinic-api': make('ClinicApi', 'clinic-api'),
    'import-patients': make('ImportPatients', 'import-patients', { mayBeThrottled: true }),
    'receive-reply': make('ReceiveReply', 'receive-reply'),
    'record-delivery': make('RecordDelivery', 'record-delivery'),
    // More at once would only wait for Twilio, which takes what one number may send and no more.
    'send-due-texts': make('SendDueTexts', 'send-due-texts', {
      functionName: wakeName,
      ...reserve(textsConcurrency),
    }),
    // Two sweeps at once would do the same work twice; the next minute's is the retry.
    sweep: make('Sweep', 'sweep', { ...reserve(1), retries: 0, maxEventAge: Duration.minutes(1) }),
  }
  for (const name of ['clinic-api', 'import-patients', 'receive-reply', 'record-delivery'] as const)
    acknowledge(functions[name], {
      'HIPAA.Security-LambdaConcurrency':
        'The API’s throttle bounds it. A reservation would turn patients’ replies away in a burst, and one of them may be an emergency.',
    })
  return functions
}
