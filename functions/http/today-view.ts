import type { VisitState } from '../../lib/care/today/coming-visits.ts'
import type { Contact } from '../../lib/patient/escalation.ts'
import type { TaskKind } from '../../lib/patient/patient.ts'

/*
 * GET /v1/today: the clinic's day in one answer. `utc` values are like 2026-11-30T23:00:00Z; `local` ones are the
 * clinic's wall clock, 2026-12-01T10:00.
 */

/** Items in the order in which they should be dealt with; `total` may be more than are listed. */
export interface SectionView<T> {
  readonly items: readonly T[]
  readonly total: number
}

export interface TodayView {
  readonly now: { readonly utc: string; readonly local: string; readonly zone: string }
  readonly strip: StripView
  readonly needsPerson: SectionView<EscalationRow>
  readonly visits: SectionView<VisitRow>
  readonly closeVisits: SectionView<VisitToClose>
  readonly questions: SectionView<TaskRow>
  readonly numbersAndConsent: SectionView<NumberRow>
  readonly scoresBeforeVisit: SectionView<ScoreRow>
  readonly stuck: SectionView<StuckRow>
  /** There were more patients than one answer looks at: the sections hold the most urgent. */
  readonly incomplete?: true
}

export interface StripView {
  /**
   * `normal`: texts go out. `held`: the clinic holds them itself. `refused`: Twilio refuses account or sender, operators
   * are paged. `late`: some text is more than two minutes behind. `stuck`: none is, but some is not out as it should be.
   */
  readonly sending: 'normal' | 'held' | 'refused' | 'late' | 'stuck'
  /** Since when they are refused. UTC. */
  readonly since?: string
  /** UTC; absent when the clinic never sent a text. */
  readonly lastSentAt?: string
  /** Texts of the clinic's today: those that went, those without an answer from Twilio, and those still to come. */
  readonly dueToday: number
  /** Those that Twilio took. */
  readonly sentToday: number
  /** Texts under `stuck`; and how many of them have no answer from Twilio yet. */
  readonly stuck: number
  readonly unanswered: number
  /** Patients for whom a text is more than two minutes behind. */
  readonly late: number
  readonly open: boolean
  /** When that changes next, local; absent for a clinic that never opens. */
  readonly opens?: string
  readonly closes?: string
  readonly onCall: OnCallView
}

export interface OnCallView {
  readonly A: string
  readonly B?: string
  /** Whether a tier 2 red flag that came in now would alert A at once; a tier 1 always does. */
  readonly tier2AlertsNow: boolean
}

export interface PersonView {
  readonly id: string
  readonly reference: string
  readonly mobile: string
  readonly givenName?: string
  /** Tells patients on one phone apart. */
  readonly label?: string
  /** Wrote from a number no patient has: there is no patient page. */
  readonly stranger?: true
}

export interface SettledView {
  readonly at: string
  readonly by: string
  readonly outcome?: string
}

/** An open escalation; `id` is the one for POST /v1/escalations/{id}/acknowledge and /resolve. */
export interface EscalationRow {
  readonly id: string
  readonly patient: PersonView
  /** Absent: a high pain score. */
  readonly tier?: 1 | 2
  readonly at: string
  /** Her words, one message a line. */
  readonly words: string
  /** Until now, or until somebody took it on. */
  readonly minutesWaiting: number
  /** The number in the staff alert, for "OK 4". */
  readonly alert?: number
  /** Without a contact: the operators, at the end of the ladder. */
  readonly alerted: readonly {
    readonly at: string
    readonly to: readonly Contact[]
    readonly byText: boolean
    readonly byEmail: boolean
  }[]
  /** Our safety answer has not reached her, or it has and she opted out since: phone her. */
  readonly untold?: 'not told, phone her' | 'opted out since, phone her'
  /** Somebody has it; it stays until it is resolved. */
  readonly acknowledged?: SettledView
}

/** A coming visit: today's and those of the next three working days. */
export interface VisitRow {
  readonly patient: PersonView
  readonly course: number
  readonly injection: number
  /** Local. */
  readonly at: string
  /**
   * `not-asked`: no reminder has gone yet. `paused`: none went, for her texts are on hold. `no-answer`: it went, she has
   * not answered. `reminder-undelivered`: her last reminder did not arrive or could not go. `unreachable`: her number
   * takes no texts.
   */
  readonly state: VisitState
  /** She had confirmed it, whatever has come since. */
  readonly confirmed?: true
  /** The task behind `wants-change`: POST /v1/tasks/{id}/resolve. */
  readonly task?: string
}

/** A visit of the last 14 days nobody has marked: PUT .../injections/{injection}; unmarked, it counts as given. */
export interface VisitToClose {
  readonly patient: PersonView
  readonly course: number
  readonly injection: number
  /** Local. */
  readonly at: string
  /** She had confirmed it. */
  readonly confirmed: boolean
}

/** An open task, overdue ones first; `id` is the one for POST /v1/tasks/{id}/acknowledge and /resolve. */
export interface TaskRow {
  readonly id: string
  readonly patient: PersonView
  readonly kind: TaskKind
  readonly at: string
  /** By when a person should have seen to it. */
  readonly dueBy?: string
  readonly overdue: boolean
  readonly urgent?: true
  /** Id of the text it is about. */
  readonly about?: string
  /** It arrived after all; UTC. */
  readonly arrivedAt?: string
  /** She gets texts again since then, whatever the task says; UTC. */
  readonly textsAgainAt?: string
  /** What she wrote, where a message of hers raised it. */
  readonly words?: string
  readonly acknowledged?: SettledView
}

/** A patient who gets, or got, no texts for the sake of her number or her STOP. */
export interface NumberRow {
  readonly patient: PersonView
  /** `stopped`: by STOP. `carrier`: the carrier says so. `wrong`: not her number. `number-bad`: it takes no texts. */
  readonly reason: 'stopped' | 'carrier' | 'wrong' | 'number-bad'
  readonly at: string
  /** She gets texts again since then, and its task is still open. UTC. */
  readonly textsAgainAt?: string
  /** The next visit of which she will hear nothing. Local. */
  readonly nextVisit?: string
  /** Its open task: POST /v1/tasks/{id}/resolve. */
  readonly task?: string
}

/** What a doctor wants to know before one of `visits`: listed when there is a score of the course. */
export interface ScoreRow {
  readonly patient: PersonView
  readonly course: number
  readonly injection: number
  /** The visit, local. */
  readonly at: string
  /** The score she gave on the day before this visit, 0-10. */
  readonly baseline?: number
  /** Her latest score of the course, this baseline aside. */
  readonly latest?: { readonly step: string; readonly value: number; readonly at: string }
  /** The baseline before her first injection. */
  readonly first?: number
}

/** A text that is not out as it should be. */
export interface StuckRow {
  readonly patient: PersonView
  /** Id of the text. */
  readonly text: string
  readonly step: string
  readonly kind: string
  /** `retry` is tried again, `held` waits for the sender or the clinic, `unknown` is being looked up at Twilio. */
  readonly state: 'retry' | 'held' | 'unknown'
  /** When it was due. UTC. */
  readonly due: string
  readonly attempts: number
  /** Twilio's error code of the last attempt. */
  readonly code?: number
}
