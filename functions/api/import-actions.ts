import type { Action } from './action.ts'
import type { CallOf } from './actions.ts'
import { importFile, showTemplate } from './imports.ts'

/** What one reads files with is large and seldom wanted: these calls have a function of their own. */
export const IMPORT_ACTIONS = {
  'POST /v1/imports': importFile,
  'GET /v1/imports/template': showTemplate,
} as const satisfies Record<CallOf<'import-patients'>, Action>
