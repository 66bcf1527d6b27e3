import { Construct } from 'constructs'
import { TIMEOUT_SECONDS } from '../../lib/settings.ts'
import { acknowledge } from './acknowledge.ts'
import { HouseFunction, type Surroundings } from './house-function.ts'

/**
 * The console, from the same address as the API it calls: no other origin to allow, nothing to pay while nobody looks,
 * and one deployment brings both. It may read nothing and call nobody: the page asks the API with the reader's own key.
 */
export class ConsolePages extends Construct {
  readonly fn: HouseFunction

  constructor(scope: Construct, id: string, surroundings: Surroundings) {
    super(scope, id)
    this.fn = new HouseFunction(this, 'Pages', {
      ...surroundings,
      name: 'console-pages',
      failureMeans: 'The console does not open. Texts go out and replies are heard as ever.',
      timeoutSeconds: TIMEOUT_SECONDS['console-pages'],
      mayBeThrottled: true,
      files: { from: 'console/dist', as: 'pages' },
    })
    acknowledge(this.fn, {
      'HIPAA.Security-LambdaConcurrency':
        'The API’s throttle bounds it; a reservation would take capacity from patients’ texts.',
    })
  }
}
