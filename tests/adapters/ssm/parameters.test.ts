import { createHash, createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm'
import { afterEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { ssmParameters } from '../../../lib/adapters/ssm/parameters.ts'
import { type SsmStandIn, startSsm } from '../../../local/stand-ins/ssm.ts'
import type { VendorAnswer, VendorCall } from '../../../local/stand-ins/stand-in.ts'
import { awsClient } from '../../contracts/aws-client.ts'
import { type Answering, answering } from '../answering.ts'

const PATH = '/app/prod'
const PATIENT = { maxAttempts: 3, requestHandler: {} }
const NOTHING: VendorAnswer = { status: 200, body: { Parameters: [] } }

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  await Promise.all(open.splice(0).map((one) => one.close()))
})

async function standIn(): Promise<SsmStandIn> {
  const started = await startSsm({ parameters: { '/app/prod/token': 'secret' } })
  open.push(started)
  return started
}

async function answers(answer: VendorAnswer | Promise<VendorAnswer>): Promise<Answering> {
  const started = await answering(() => answer)
  open.push(started)
  return started
}

const asking = (url: string, requestHandler = {}) =>
  ssmParameters({ ...awsClient(url), ...PATIENT, requestHandler })(PATH)

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Uint8Array, text: string) => createHmac('sha256', key).update(text).digest()

/** Signature Version 4 as AWS describes it, written a second time. */
function signatureOf({ method, path, headers, body }: VendorCall, names: string, secret: string): string {
  const date = String(headers['x-amz-date'])
  const scope = `${date.slice(0, 8)}/ap-southeast-2/ssm/aws4_request`
  const signed = names.split(';').map((name) => `${name}:${headers[name]}\n`)
  const canonical = [method, path, '', signed.join(''), names, hash(body)].join('\n')
  const key = scope.split('/').reduce<string | Uint8Array>(hmac, `AWS4${secret}`)
  return hmac(key, ['AWS4-HMAC-SHA256', date, scope, hash(canonical)].join('\n')).toString('hex')
}

it('signs every call as AWS reckons it, at the machine’s own time', async () => {
  const { url, calls } = await answers(NOTHING)

  await asking(url)

  const [call] = calls
  if (call === undefined) throw new Error('no call arrived')
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '')
  const shape =
    /^AWS4-HMAC-SHA256 Credential=test\/(\d{8})\/ap-southeast-2\/ssm\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/
  const [, signedOn, names = '', signature] = shape.exec(String(call.headers.authorization)) ?? []
  expect(signedOn).toBe(day)
  expect(names.split(';')).toEqual(expect.arrayContaining(['host', 'x-amz-date', 'x-amz-target']))
  expect(signature).toBe(signatureOf(call, names, 'test'))
})

it('asks as the SDK’s own client does', async () => {
  const { url, calls } = await answers(NOTHING)

  await asking(url)
  await new SSMClient(awsClient(url)).send(
    new GetParametersByPathCommand({ Path: PATH, WithDecryption: true }),
  )

  const [ours, theirs] = calls.map(({ method, path, headers, body }) => ({
    ...{ method, path, body: JSON.parse(body) },
    ...{ type: headers['content-type'], target: headers['x-amz-target'], host: headers.host },
  }))
  expect(ours).toEqual(theirs)
})

it('takes the credentials of a function from its environment, the token of the session with them', async () => {
  const { url, calls } = await answers(NOTHING)
  vi.stubEnv('AWS_PROFILE', undefined)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'of-the-role')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
  vi.stubEnv('AWS_SESSION_TOKEN', 'of-this-session')

  await ssmParameters({ endpoint: url, region: 'ap-southeast-2', ...PATIENT })(PATH)

  expect(calls[0]?.headers).toMatchObject({
    'x-amz-security-token': 'of-this-session',
    authorization: expect.stringMatching(/Credential=of-the-role\/.*x-amz-security-token/),
  })
})

it('gives what stands below the path, decrypted', async () => {
  const { url } = await standIn()

  expect(await asking(url)).toEqual(new Map([['/app/prod/token', 'secret']]))
})

it('names a refusal by AWS’s code and asks no second time', async () => {
  const { url, calls } = await answers({
    status: 400,
    body: {
      __type: 'com.amazonaws.ssm#AccessDeniedException',
      Message: 'User: arn:x is not authorized to perform: ssm:GetParametersByPath',
    },
  })

  await expect(asking(url)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      'ssm answered 400 AccessDeniedException: User: arn:x is not authorized to perform: ssm:GetParametersByPath',
  })
  expect(calls).toHaveLength(1)
})

it('asks again when it was throttled, and when the server failed', async () => {
  const ssm = await standIn()
  ssm.throttleNext(1)
  ssm.failNext(1)

  expect(await asking(ssm.url)).toEqual(new Map([['/app/prod/token', 'secret']]))
  expect(ssm.calls()).toEqual({ GetParametersByPath: 3 })
})

it('gives up after three tries', async () => {
  const ssm = await standIn()
  ssm.failNext(3)

  await expect(asking(ssm.url)).rejects.toMatchObject({ name: 'InternalServerError' })
  expect(ssm.calls()).toEqual({ GetParametersByPath: 3 })
})

it('says that nobody is there', async () => {
  const { url, close } = await startSsm()
  await close()

  await expect(asking(url)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

it('does not wait for an answer longer than it was told', async () => {
  const never = new Promise<VendorAnswer>(() => {})
  const { url, calls } = await answers(never)

  await expect(asking(url, { requestTimeout: 200, throwOnRequestTimeout: true })).rejects.toMatchObject({
    name: 'TimeoutError',
  })
  expect(calls).toHaveLength(3)
})

it('does not wait for the end of an answer either', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200)
    response.write('{"Parameters":[')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push({
    async close() {
      server.close()
      server.closeAllConnections()
    },
  })
  const { port } = z.object({ port: z.number() }).parse(server.address())

  await expect(asking(`http://127.0.0.1:${port}`, { socketTimeout: 200 })).rejects.toMatchObject({
    name: 'TimeoutError',
  })
})

it.each([
  200, 400,
])('quotes nothing of an answer %i that it cannot read, which may be a secret', async (status) => {
  const { url } = await answers({ status, body: '{"Parameters":[{"Value":"secret"' })

  const error: unknown = await asking(url).catch((reason: unknown) => reason)

  expect(error).toBeInstanceOf(Error)
  expect(`${error} ${JSON.stringify(error)}`).not.toContain('secret')
})
