import { jsonAnswer } from '../http/answer.ts'
import type { Action } from './action.ts'

/** Made when it is asked for: no other call waits for it to load. */
export const showOpenApi: Action = async () => {
  const { openApi } = await import('../openapi/document.ts')
  return jsonAnswer(200, openApi())
}
