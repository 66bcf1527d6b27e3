import { useCallback, useEffect, useState } from 'preact/hooks'
import { clinicApi, localState, moveClock, textFrom } from './service.ts'
import type { CalendarText, ClockMove, Enrolment, PageState, Patient, Phone } from './shapes.ts'

/** How often the page looks: an API call made elsewhere shows within this time. */
const LOOK_EVERY_MS = 1000

interface Shown {
  readonly state?: PageState
  readonly patient?: Patient
  readonly texts: readonly CalendarText[]
}

/** Two patients may share a phone, and a phone may belong to none. */
export const keyOf = ({ patientId, mobile }: Phone): string => patientId ?? mobile

async function look(chosen: string | undefined): Promise<Shown> {
  const state = await localState()
  const phone = state.phones.find((one) => keyOf(one) === chosen) ?? state.phones[0]
  if (phone?.patientId === undefined) return { state, texts: [] }
  const api = clinicApi(state.key)
  const [patient, plan] = await Promise.all([api.patient(phone.patientId), api.plan(phone.patientId)])
  return { state, patient, texts: plan.items }
}

/** The service as the page shows it, looked at again and again, and what the reader can do to it. */
export function useService() {
  const [shown, setShown] = useState<Shown>({ texts: [] })
  const [chosen, choose] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [moving, setMoving] = useState<ClockMove>()
  const [offline, setOffline] = useState(false)
  const { state, patient } = shown

  const refresh = useCallback(async () => setShown(await look(chosen)), [chosen])

  useEffect(() => {
    let timer = 0
    let over = false
    const again = async () => {
      // A tab nobody sees need not look.
      if (!document.hidden)
        await refresh().then(
          () => setOffline(false),
          () => setOffline(true),
        )
      if (!over) timer = window.setTimeout(again, LOOK_EVERY_MS)
    }
    again()
    return () => {
      over = true
      window.clearTimeout(timer)
    }
  }, [refresh])

  /** Does something, shows what came of it, and says in words what went wrong. */
  async function perform(work: () => Promise<unknown>): Promise<void> {
    setProblem(undefined)
    try {
      await work()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
    await refresh().catch(() => {})
  }

  return {
    ...shown,
    phone: state?.phones.find((one) => keyOf(one) === chosen) ?? state?.phones[0],
    offline,
    problem,
    moving,
    choose,
    dismiss: () => setProblem(undefined),
    move: async (to: ClockMove) => {
      setMoving(to)
      await perform(() => moveClock(to))
      setMoving(undefined)
    },
    write: (mobile: string, text: string) => perform(() => textFrom(mobile, text)),
    /** These two throw, so that a form can show the problem beside itself. */
    enrol: async (enrolment: Enrolment) => {
      const { patient: enrolled } = await clinicApi(state?.key ?? '').enrol(enrolment)
      choose(enrolled.id)
    },
    moveInjection: async (course: number, injection: number, at: string) => {
      await clinicApi(state?.key ?? '').moveInjection(patient?.id ?? '', course, injection, at)
      await refresh()
    },
  }
}

export type Service = ReturnType<typeof useService>
