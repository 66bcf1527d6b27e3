import type { Answer } from './api-event.ts'

// Answers hold patient data: no cache on the way may keep them.
export const NOT_STORED = { 'cache-control': 'no-store' } as const

export const jsonAnswer = (statusCode: number, body: unknown): Answer => ({
  statusCode,
  headers: { ...NOT_STORED, 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

export const NO_CONTENT: Answer = { statusCode: 204 }
