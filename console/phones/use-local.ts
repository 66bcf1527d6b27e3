import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { CallProblem, inWords } from '../api/call.ts'
import {
  type ClockMove,
  type Fault,
  localState,
  moveClock,
  type PageView,
  setFault,
  textFrom,
} from './local-api.ts'

const LOOK_EVERY_MS = 1000
const NOTHING_HERE = 404

/** The service on this machine, looked at again and again; `elsewhere` once it is known that it runs in AWS. */
export function useLocalService() {
  const [state, setState] = useState<PageView | 'elsewhere'>()
  const [offline, setOffline] = useState(false)
  const [moving, setMoving] = useState<ClockMove>()
  const [problem, setProblem] = useState<string>()
  const elsewhere = state === 'elsewhere'

  useEffect(() => {
    if (elsewhere) return
    let timer = 0
    let over = false
    const again = async () => {
      if (!document.hidden)
        await localState().then(
          (read) => {
            setState(read)
            setOffline(false)
          },
          (error: unknown) => {
            if (error instanceof CallProblem && error.status === NOTHING_HERE) setState('elsewhere')
            else setOffline(true)
          },
        )
      if (!over) timer = window.setTimeout(again, LOOK_EVERY_MS)
    }
    again()
    return () => {
      over = true
      window.clearTimeout(timer)
    }
  }, [elsewhere])

  const show = async (work: Promise<PageView>): Promise<void> => {
    setProblem(undefined)
    try {
      setState(await work)
    } catch (error) {
      setProblem(inWords(error))
    }
  }

  return {
    elsewhere,
    offline,
    moving,
    problem,
    ...(state !== undefined && state !== 'elsewhere' && { state }),
    dismiss: () => setProblem(undefined),
    move: async (to: ClockMove) => {
      setMoving(to)
      await show(moveClock(to))
      setMoving(undefined)
    },
    breakIt: (fault: Fault, isOn: boolean) => show(setFault(fault, isOn)),
    write: (mobile: string, text: string) => show(textFrom(mobile, text)),
  }
}

export type LocalService = ReturnType<typeof useLocalService>

export const LocalContext = createContext<LocalService | undefined>(undefined)

/** What only a service on this machine has; undefined in AWS. */
export const useLocal = (): LocalService | undefined => useContext(LocalContext)
