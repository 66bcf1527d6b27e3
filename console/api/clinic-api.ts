import { call, read, type Sent } from './call.ts'
import type {
  CalendarText,
  Changed,
  ChangeRecord,
  ClinicView,
  Difference,
  Enrolment,
  ErasureView,
  Escalation,
  Evidence,
  ImportAnswer,
  InjectionChange,
  NewCourse,
  OpsView,
  Page,
  Patient,
  PatientChange,
  PatientState,
  PatientSummary,
  PlanDraft,
  PlanPreview,
  ProtocolSummary,
  ProtocolView,
  ReplyRecord,
  Settings,
  SettingsChange,
  Task,
  TodayView,
  VisitsMove,
  VisitsMoveView,
} from './shapes.ts'

const LARGEST_PAGE = 100
/** The version that a course is enrolled in when nobody names one. */
const PROTOCOL = 'sij-prolotherapy-v1'

/** The clinic API with one key; `actor` is who at the clinic stands beside each change. */
export function clinicApi(key: string, actor: string) {
  const get = <T>(path: string, query: Sent['query'] = {}): Promise<T> => call('GET', path, { key, query })
  const write = <T>(method: string, path: string, body: object = {}, query: Sent['query'] = {}) =>
    call<T>(method, path, { key, query, json: { ...body, actor } })
  const ofPatient = (id: string, rest = ''): string => `/v1/patients/${encodeURIComponent(id)}${rest}`
  const standing = (word: string) => (id: string) => write<Changed>('POST', ofPatient(id, `/${word}`))
  return {
    clinic: () => get<ClinicView>('/v1/clinic'),
    changeSettings: (settings: Settings, dryRun: boolean) =>
      write<SettingsChange>('PUT', '/v1/clinic', settings, { dryRun }),
    moveVisits: (move: VisitsMove, dryRun: boolean) =>
      write<VisitsMoveView>('POST', '/v1/visits/move', move, { dryRun }),

    patients: (page: { readonly state?: PatientState | undefined; readonly cursor?: string | undefined }) =>
      get<Page<PatientSummary>>('/v1/patients', { ...page, limit: LARGEST_PAGE }),
    patient: (id: string) => get<Patient>(ofPatient(id)),
    plan: async (id: string) => (await get<Page<CalendarText>>(ofPatient(id, '/plan'))).items,
    enrol: (enrolment: Enrolment) => write<Changed>('POST', '/v1/patients', enrolment),

    changePatient: (id: string, change: PatientChange) => write<Changed>('PATCH', ofPatient(id), change),
    patientDifference: (id: string, change: PatientChange) =>
      write<Difference>('PATCH', ofPatient(id), change, { dryRun: true }),
    addCourse: (id: string, course: NewCourse) => write<Changed>('POST', ofPatient(id, '/courses'), course),

    protocols: async () => (await get<Page<ProtocolSummary>>('/v1/protocols')).items,
    protocol: (id: string) => get<ProtocolView>(`/v1/protocols/${encodeURIComponent(id)}`),
    preview: (draft: PlanDraft) =>
      call<PlanPreview>('POST', `/v1/protocols/${PROTOCOL}/preview`, { key, json: draft }),
    importFile: (csv: string, dryRun: boolean) =>
      call<ImportAnswer>('POST', '/v1/imports', { key, query: { dryRun, actor }, csv }),
    /** A file with the right columns, to start from. */
    importTemplate: () => read('/v1/imports/template', key),
    evidence: (id: string) => get<Evidence>(ofPatient(id, '/evidence')),
    /** Newest first; the evidence page has all of them. */
    history: (id: string) => get<Page<ChangeRecord>>(ofPatient(id, '/history')),
    /** Everything held about a patient, as JSON. */
    exported: (id: string) => read(ofPatient(id, '/export'), key),
    replies: async (id: string) => (await get<Page<ReplyRecord>>(ofPatient(id, '/replies'))).items,

    changeInjection: (id: string, course: number, injection: number, to: InjectionChange) =>
      write<Changed>('PUT', ofPatient(id, `/courses/${course}/injections/${injection}`), to),
    injectionDifference: (id: string, course: number, injection: number, to: InjectionChange) =>
      write<Difference>('PUT', ofPatient(id, `/courses/${course}/injections/${injection}`), to, {
        dryRun: true,
      }),
    pause: standing('pause'),
    resume: standing('resume'),
    withdraw: standing('withdraw'),
    endSeries: (id: string, course: number) =>
      write<Changed>('POST', ofPatient(id, '/end-series'), { course }),
    erase: (id: string) => write<ErasureView>('DELETE', ofPatient(id)),

    ops: () => get<OpsView>('/v1/ops/summary'),
    today: () => get<TodayView>('/v1/today'),
    takeEscalation: (id: string) => write<Escalation>('POST', `/v1/escalations/${id}/acknowledge`),
    closeEscalation: (id: string, outcome: string) =>
      write<Escalation>('POST', `/v1/escalations/${id}/resolve`, { outcome }),
    takeTask: (id: string) => write<Task>('POST', `/v1/tasks/${id}/acknowledge`),
    closeTask: (id: string, outcome: string) => write<Task>('POST', `/v1/tasks/${id}/resolve`, { outcome }),
  }
}

export type ClinicApi = ReturnType<typeof clinicApi>

/** The service's own clock, UTC. Needs no key. */
export const serviceTime = async (): Promise<string> => (await call<{ now: string }>('GET', '/health')).now
