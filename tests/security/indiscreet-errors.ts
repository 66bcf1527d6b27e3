import { ConditionalCheckFailedException, DynamoDBServiceException } from '@aws-sdk/client-dynamodb'
import { ZARA } from './zara.ts'

/** Everything a vendor's error may carry along: the item, the request, the number, the words, a credential. */
const SAID = `cannot put ${ZARA.mobile} ${ZARA.givenName}: "my gluteal spot weeps xylophone" (token twilio-token-Kp93, key demo-key)`

const item = { mobile: { S: ZARA.mobile }, givenName: { S: 'Zarathustrina' }, words: { S: 'xylophone' } }

/** Not an error of ours in any of its parts, and not always an Error. */
export const INDISCREET_ERRORS: Readonly<Record<string, () => unknown>> = {
  'an error': () => new TypeError(SAID, { cause: new Error(SAID) }),
  'a DynamoDB error with the item': () =>
    new ConditionalCheckFailedException({ message: SAID, $metadata: { requestId: 'r' }, Item: item }),
  'an AWS error with its answer': () =>
    Object.assign(
      new DynamoDBServiceException({ name: 'ValidationException', $fault: 'client', $metadata: {} }),
      { message: SAID, $response: { body: SAID }, input: item },
    ),
  'a Twilio error with the number': () =>
    Object.assign(new Error(`The 'To' number ${ZARA.mobile} is not a valid phone number.`), {
      name: 'RestException',
      status: 400,
      code: 21211,
      details: { to: ZARA.mobile, body: 'xylophone' },
      config: { auth: { username: 'AC1', password: 'twilio-token-Kp93' }, data: SAID },
    }),
  'several errors in one': () => new AggregateError([new Error(SAID), SAID], SAID),
  'a bare text': () => SAID,
  'a bare object': () => ({ name: 'Odd', message: SAID, item }),
}

/** What of it must not get out. */
export const SECRETS: readonly string[] = [
  '491573087',
  'Zarathus',
  'xylophone',
  'twilio-token-Kp93',
  'demo-key',
]
