import * as z from 'zod/mini'

const QUESTION = z.object({ id: z.number(), question: z.string(), input: z.optional(z.unknown()) })

export type Answers = Readonly<Record<string, (input: unknown) => unknown>>

/** Answers what the parent process asks, as many questions at once as it likes, and ends with it. */
export function answering(answers: Promise<Answers>): void {
  process.on('message', async (raw: unknown) => {
    const { id, question, input } = QUESTION.parse(raw)
    try {
      const answer = (await answers)[question]
      if (answer === undefined) throw new Error(`question "${question}": nobody here can answer it`)
      process.send?.({ id, value: await answer(input) })
    } catch (error) {
      process.send?.({ id, error: String(error) })
    }
  })
  process.on('disconnect', () => process.exit())
}

export const tell = (told: unknown): void => void process.send?.({ told })
