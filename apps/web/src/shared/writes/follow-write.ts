import type { Write } from '@goalkeeper/contract/writes'
import { QueryObserver, type QueryClient, type QueryObserverResult } from '@tanstack/react-query'
import { asApiError, type ApiError } from '../api/api-error.ts'
import { writeQuery } from './write-query.ts'

const askAgainMs = 4_000

/** How a write stands, or why that cannot be told: `not-found` means that it never arrived. */
export type WriteNews = { write: Write } | { error: ApiError }

/**
 * Tells how a write stands, now and whenever it moves, until `stop` is called. It listens to the live stream and also asks
 * now and then; an outage of our own server is waited out.
 */
export function followWrite(queryClient: QueryClient, id: string, onNews: (news: WriteNews) => void): () => void {
  const observer = new QueryObserver(queryClient, { ...writeQuery(id), refetchInterval: askAgainMs, retry: false })
  const tell = ({ data, error }: Pick<QueryObserverResult<Write>, 'data' | 'error'>) => {
    if (error) {
      const problem = asApiError(error)
      if (problem.code !== 'unreachable') onNews({ error: problem })
    } else if (data) onNews({ write: data })
  }
  const stop = observer.subscribe(tell)
  // What the live stream has told already would else be news only when it moves again.
  tell(observer.getCurrentResult())
  return stop
}

/** Waits until `isEnd` holds for the write, and gives it as it stands then. Throws `not-found` when it never arrived. */
export function awaitWrite(queryClient: QueryClient, id: string, isEnd: (write: Write) => boolean): Promise<Write> {
  return new Promise((resolve, reject) => {
    let isOver = false
    const stop = followWrite(queryClient, id, (news) => {
      if (isOver || ('write' in news && !isEnd(news.write))) return
      isOver = true
      // The first news may come before `stop` is known.
      queueMicrotask(() => stop())
      if ('write' in news) resolve(news.write)
      else reject(news.error)
    })
  })
}

export const isSettled = ({ state }: Write) => state === 'confirmed' || state === 'refused' || state === 'cancelled'
