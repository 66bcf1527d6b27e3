/** What a deployment may choose. Every value has a default, so that `npx cdk deploy` alone is enough. */
export interface Options {
  /** Part of every name; 1 to 16 letters or digits, so that no stage's alarms are taken for another's. */
  readonly stage: string
  readonly alarms: 'rules' | 'scheduler'
  /** Receives pages and tickets. */
  readonly operatorEmail?: string
  /** Base of the webhook addresses where the service has a domain of its own; the API's own address if absent. */
  readonly publicUrl?: string
  /** Another Twilio region, such as https://api.sydney.au1.twilio.com. */
  readonly twilioBaseUrl?: string
  /** Wakes that run at the same time; 0 reserves nothing, for accounts that may run only 10 functions at once. */
  readonly textsConcurrency: number
  /** Rules the account may have on its default bus. */
  readonly ruleLimit: number
  /** Whether the table and its key outlive the stack. */
  readonly data: 'keep' | 'delete'
}

type Check = (value: string) => boolean

const oneOf =
  (...allowed: readonly string[]): Check =>
  (value) =>
    allowed.includes(value)
const wholeNumber =
  (least: number, most: number): Check =>
  (value) =>
    /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most

/** HTTPS, or plain HTTP to this machine; without a slash at its end, because paths are put behind it. */
const isBaseUrl: Check = (value) =>
  /^https:\/\/[^\s/?#]+(\/[^\s?#]*[^\s?#/])?$/.test(value) || /^http:\/\/127\.0\.0\.1:\d+$/.test(value)

const CHOICES = {
  stage: {
    fits: (value: string) => /^[A-Za-z0-9]{1,16}$/.test(value),
    expected: '1 to 16 letters or digits',
  },
  alarms: { fits: oneOf('rules', 'scheduler'), expected: 'rules or scheduler' },
  operatorEmail: { fits: (value: string) => /^[^\s@]+@[^\s@]+$/.test(value), expected: 'an e-mail address' },
  publicUrl: { fits: isBaseUrl, expected: 'an https:// address without a slash at its end' },
  twilioBaseUrl: { fits: isBaseUrl, expected: 'an https:// address without a slash at its end' },
  textsConcurrency: { fits: wholeNumber(0, 1000), expected: 'a whole number from 0 to 1000' },
  ruleLimit: { fits: wholeNumber(1, 100_000), expected: 'a whole number from 1 to 100000' },
  data: { fits: oneOf('keep', 'delete'), expected: 'keep or delete' },
} as const

type Name = keyof typeof CHOICES

/**
 * Reads the choices from the app's context (`-c name=value`, or cdk.json).
 * @throws Error naming every choice that is wrong, with what is allowed
 */
export function readOptions(context: (name: string) => unknown): Options {
  const wrong: string[] = []
  const chosen = (name: Name): string | undefined => {
    const given = context(name)
    if (given === undefined || given === '') return undefined
    const value = String(given)
    const { fits, expected } = CHOICES[name]
    if (!fits(value)) wrong.push(`-c ${name}="${value}": expected ${expected}`)
    return value
  }
  const optional = (name: Name) => {
    const value = chosen(name)
    return value === undefined ? {} : { [name]: value }
  }
  const options: Options = {
    stage: chosen('stage') ?? 'prod',
    alarms: chosen('alarms') === 'scheduler' ? 'scheduler' : 'rules',
    ...optional('operatorEmail'),
    ...optional('publicUrl'),
    ...optional('twilioBaseUrl'),
    textsConcurrency: Number(chosen('textsConcurrency') ?? '10'),
    ruleLimit: Number(chosen('ruleLimit') ?? '300'),
    data: chosen('data') === 'delete' ? 'delete' : 'keep',
  }
  if (wrong.length > 0) throw new Error(`options: ${wrong.join('; ')}`)
  return options
}
