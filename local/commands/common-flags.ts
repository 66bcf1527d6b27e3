import { isClinicId } from '../../lib/patient/identifiers.ts'
import type { Flag } from './flags.ts'

/** Flags that several commands have in common. */
export const FLAG = {
  stage: {
    fits: (value) => /^[A-Za-z0-9]{1,16}$/.test(value),
    expected: '1 to 16 letters or digits, as in the deployment, such as prod',
  },
  region: {
    fits: (value) => /^[a-z]{2}(-[a-z]+)+-\d$/.test(value),
    expected: 'an AWS region such as ap-southeast-2',
  },
  table: {
    fits: (value) => /^[A-Za-z0-9_.-]{3,255}$/.test(value),
    expected: 'the output "Table" of the deployment',
  },
  url: {
    fits: (value) => /^https?:\/\/[^\s/?#]+(\/[^\s?#]*[^\s/?#])?$/.test(value),
    expected: 'the output "Url" of the deployment, without a slash at its end',
  },
  clinic: { fits: isClinicId, expected: 'the id of a clinic: 1 to 40 letters, digits, "-" or "_"' },
} as const satisfies Readonly<Record<string, Flag>>

export const wholeNumber = (from: number, to: number): Flag => ({
  fits: (value) => /^\d{1,9}$/.test(value) && Number(value) >= from && Number(value) <= to,
  expected: `a whole number, ${from} to ${to}`,
})

/** The path of a stage's secrets, the same as the stack gives its functions. */
export const secretsPath = (stage: string): string => `/sij-texts/${stage}`
