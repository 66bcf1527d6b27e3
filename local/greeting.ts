import { localAt, localDateTimeAt } from '../lib/time/zone.ts'
import type { Cloud } from './cloud.ts'
import { firstSteps } from './first-steps.ts'

/** What `npm start` prints: where, the key, and two calls to paste. */
export function greeting(cloud: Pick<Cloud, 'url' | 'key' | 'clinic' | 'now'>): string {
  const { url, key, clinic } = cloud
  const { enrolCurl, moveCurl } = firstSteps(clinic, localAt(clinic.zone, cloud.now()).date, { url, key })
  const clock = localDateTimeAt(clinic.zone, cloud.now()).replace('T', ' ')
  return `
  ${clinic.name}, on this machine

  Page     ${url}
  API key  ${key}   (good here only)
  Clock    ${clock} in ${clinic.city}; the page makes it jump

  Enrol a patient, then look at her phone on the page:

${enrolCurl}

  Move her second injection:

${moveCurl}

  Ctrl+C stops.
`
}
