import type { Database } from '#bff/database/connect.ts'

/** Answers that hold until the index changes. */
export type Remembered = {
  /** The answer to a question, worked out once however often and however many at once ask for it. */
  answer: <T>(question: unknown, workOut: () => Promise<T>) => Promise<T>
  forget: () => void
}

const mostAnswers = 500

/** On a server, other processes change the index too, and nothing is remembered. */
export function createRemembered(kind: Database['kind']): Remembered {
  if (kind === 'postgres') return { answer: (_, workOut) => workOut(), forget: () => undefined }
  const answers = new Map<string, Promise<unknown>>()
  return {
    answer<T>(question: unknown, workOut: () => Promise<T>): Promise<T> {
      const key = JSON.stringify(question)
      const known = answers.get(key)
      // A key holds what was worked out for it, and nothing else.
      if (known) return known as Promise<T>
      if (answers.size >= mostAnswers) answers.clear()
      const working = workOut()
      answers.set(key, working)
      working.catch(() => answers.delete(key))
      return working
    },
    forget() {
      answers.clear()
    },
  }
}
