/** All that a log may say of an unexpected error: its message may hold a phone number or a text. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : 'NotAnError')
