import type { ClinicId } from '../patient/identifiers.ts'

/** The e-mail route to staff and operators. Answers whether the message was taken; never throws. */
export interface StaffAlerts {
  emailClinic(clinicId: ClinicId, subject: string, body: string): Promise<boolean>
  /** Gets an operator out of bed. */
  pageOperators(subject: string, body: string): Promise<boolean>
}
