import { makeConsolePages } from './handlers/console-pages.ts'

/** The deployment puts the built page beside this function, in the folder where Lambda runs it. */
export const handler = makeConsolePages('pages')
