import {
  DeleteParameterCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type SsmStandIn, startSsm } from '../../../local/stand-ins/ssm.ts'
import { awsClient } from '../../contracts/aws-client.ts'

let standIn: SsmStandIn
let client: SSMClient

const named = (name: string) => expect.objectContaining({ name })

beforeEach(async () => {
  standIn = await startSsm({ parameters: { '/app/prod/token': 'secret', '/app/prod/deep/er': 'hidden' } })
  client = new SSMClient({ ...awsClient(standIn.url), maxAttempts: 1 })
})
afterEach(() => standIn.close())

it('gives what stands directly below a path, decrypted only when asked', async () => {
  const locked = await client.send(new GetParametersByPathCommand({ Path: '/app/prod' }))
  const open = await client.send(new GetParametersByPathCommand({ Path: '/app/prod', WithDecryption: true }))

  expect(locked.Parameters?.map(({ Value }) => Value)).not.toContain('secret')
  expect(open.Parameters).toMatchObject([{ Name: '/app/prod/token', Value: 'secret', Type: 'SecureString' }])
})

it('pages by 10 and refuses to give more', async () => {
  for (let n = 0; n < 10; n += 1)
    await client.send(new PutParameterCommand({ Name: `/app/prod/p-${n}`, Value: 'v', Type: 'String' }))

  const first = await client.send(new GetParametersByPathCommand({ Path: '/app/prod' }))
  const second = await client.send(
    new GetParametersByPathCommand({ Path: '/app/prod', NextToken: first.NextToken }),
  )

  expect([first.Parameters?.length, second.Parameters?.length, second.NextToken]).toEqual([10, 1, undefined])
  await expect(client.send(new GetParametersByPathCommand({ Path: '/app', MaxResults: 11 }))).rejects.toThrow(
    named('ValidationException'),
  )
})

it('replaces a parameter only when told to', async () => {
  const put = { Name: '/app/prod/token', Value: 'new' }

  await expect(client.send(new PutParameterCommand(put))).rejects.toThrow(named('ParameterAlreadyExists'))
  await client.send(new PutParameterCommand({ ...put, Overwrite: true }))

  const { Parameter } = await client.send(new GetParameterCommand({ Name: put.Name, WithDecryption: true }))
  expect(Parameter).toMatchObject({ Value: 'new', Type: 'SecureString', Version: 2 })
})

it('refuses a parameter that is not there, a new one without a type, and unknown operations', async () => {
  await expect(client.send(new GetParameterCommand({ Name: '/app/none' }))).rejects.toThrow(
    named('ParameterNotFound'),
  )
  await expect(client.send(new PutParameterCommand({ Name: '/app/new', Value: 'v' }))).rejects.toThrow(
    named('ValidationException'),
  )
  await expect(client.send(new DeleteParameterCommand({ Name: '/app/prod/token' }))).rejects.toThrow(
    named('UnknownOperationException'),
  )
})
