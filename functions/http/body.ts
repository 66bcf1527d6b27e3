import { RequestProblem } from './problem.ts'

const KILOBYTE = 1024
/** A whole enrolment takes about 1 KB; the largest webhook call of Twilio about 3 KB. */
const MOST_BODY_BYTES = 64 * KILOBYTE

interface Sent {
  readonly body?: string
  readonly isBase64Encoded: boolean
}

/** A file of patients. API Gateway's own limit is 10 MB, and 6 MB of event once it has written it as JSON. */
export const MOST_IMPORT_BYTES = 5 * KILOBYTE * KILOBYTE

/**
 * The body as text. API Gateway hands over forms, and whatever it takes for binary, in base64.
 * @throws RequestProblem 413 when the decoded bytes are more than `most`
 */
export function bodyText({ body = '', isBase64Encoded }: Sent, most = MOST_BODY_BYTES): string {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > most) {
    const detail = `the body has ${bytes.length} bytes; at most ${most} are allowed`
    throw new RequestProblem(413, { detail })
  }
  return bytes.toString('utf8')
}
