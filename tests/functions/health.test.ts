import { expect, it } from 'vitest'
import { makeClinicApi } from '../../functions/handlers/clinic-api.ts'
import { apiEvent, CONTEXT } from './events.ts'
import { world } from './fakes.ts'

it('/health names what an operator still has to set, and is alive all the same', async () => {
  const missing = ['secret /sij-texts/prod/phone-hash-key: set it with npm run setup']
  const { services } = await world({ readiness: { missing: async () => missing } })

  const answer = await makeClinicApi(services)(apiEvent('GET /health', { key: undefined }), CONTEXT)

  expect(answer.statusCode).toBe(200)
  expect(JSON.parse(answer.body ?? '')).toMatchObject({ status: 'not configured', missing })
})
