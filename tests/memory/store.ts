import type { Clinic } from '../../lib/patient/clinic.ts'
import type { ClinicId } from '../../lib/patient/identifiers.ts'
import type { ClinicRegister } from '../../lib/ports/clinic-register.ts'
import type { DailyMarks } from '../../lib/ports/daily-marks.ts'
import type { Evidence } from '../../lib/ports/evidence.ts'
import type { PatientStore } from '../../lib/ports/patient-store.ts'
import type { PhoneBook } from '../../lib/ports/phone-book.ts'
import type { Replans } from '../../lib/ports/replans.ts'
import type { Breaker, SenderBreakers } from '../../lib/ports/sender-breakers.ts'
import { memoryBreakers } from './breakers.ts'
import { memoryClinics } from './clinics.ts'
import { memoryDailyMarks } from './daily-marks.ts'
import { memoryEvidence } from './evidence.ts'
import { memoryPatients } from './patients.ts'
import { memoryPhones } from './phones.ts'
import { memoryReplans } from './replans.ts'

export interface Storage {
  readonly patients: PatientStore
  readonly evidence: Evidence
  readonly phones: PhoneBook
  readonly clinics: ClinicRegister
  readonly breakers: SenderBreakers
  readonly dailyMarks: DailyMarks
  readonly replans: Replans
}

/**
 * The four stores in memory, for tests and simulation: what goes in and comes out is a copy, and every conditional
 * write decides in one synchronous step. The storage contract holds it to what DynamoDB does.
 */
export function memoryStore(): Storage {
  const clinics = new Map<ClinicId, Clinic>()
  const breakers = new Map<ClinicId, Breaker>()
  return {
    patients: memoryPatients(clinics, breakers),
    evidence: memoryEvidence(),
    phones: memoryPhones(),
    clinics: memoryClinics(clinics),
    breakers: memoryBreakers(breakers),
    dailyMarks: memoryDailyMarks(),
    replans: memoryReplans(),
  }
}
