import type { Me } from '@goalkeeper/contract/people'

type Who = Pick<Me, 'id' | 'name' | 'signIn'>

/** alive: as far as anybody knows. ended: requests wait until the same person is back. taken: somebody else has signed in here. */
export type SessionState =
  | { kind: 'alive' }
  | { kind: 'ended'; signIn: Me['signIn'] | null }
  | { kind: 'taken'; was: string; by: string }

export type Session = ReturnType<typeof createSession>

type Options = {
  /** Who is signed in now; null when nobody is, or when nobody can say. */
  ask: () => Promise<Who | null>
  everyMs: number
}

/**
 * The session of this browser, and what waits for it. When it has ended, requests that were turned away wait for the person to
 * sign in again and are then sent once more. Nothing is ever sent under another name than that of the person who asked for it.
 */
export function createSession({ ask, everyMs }: Options) {
  let state: SessionState = { kind: 'alive' }
  let known: Who | null = null
  let timer: ReturnType<typeof setInterval> | undefined
  let waiting: PromiseWithResolvers<boolean> | null = null
  let isLeaving = false
  const listeners = new Set<() => void>()

  const setState = (next: SessionState) => {
    state = next
    listeners.forEach((listener) => listener())
  }
  const settle = (next: SessionState) => {
    clearInterval(timer)
    setState(next)
    waiting?.resolve(next.kind === 'alive')
    waiting = null
  }

  /** Takes note of who is signed in. The first one is the person whom this page belongs to. */
  function recognise(who: Who): void {
    if (known && known.id !== who.id) return settle({ kind: 'taken', was: known.name, by: who.name })
    known = who
    if (state.kind === 'ended') settle({ kind: 'alive' })
  }

  async function look(): Promise<void> {
    const who = await ask().catch(() => null)
    if (who && state.kind === 'ended') recognise(who)
  }

  /** Resolves when somebody has signed in: to whether it is the person from before. */
  function back(): Promise<boolean> {
    if (state.kind === 'taken' || isLeaving) return Promise.resolve(false)
    if (waiting) return waiting.promise
    waiting = Promise.withResolvers()
    setState({ kind: 'ended', signIn: known?.signIn ?? null })
    timer = setInterval(() => void look(), everyMs)
    return waiting.promise
  }

  const currentState = (): SessionState => state
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  return {
    recognise,
    /** The person signs out: from here on the end of the session is no news. `false`: they stay after all. */
    leave: (leaving: boolean) => void (isLeaving = leaving),
    /** Looks at once whether somebody has signed in, besides looking now and then. */
    look,
    state: currentState,
    subscribe,
    /**
     * Makes a call, and once more after the person has signed in again when it was turned away for want of a session: it was
     * refused before anything happened. `signal` ends the waiting.
     */
    async through(call: () => Promise<Response>, signal?: AbortSignal | null): Promise<Response> {
      const response = await call()
      if (!(await isTurnedAway(response))) return response
      const isSamePerson = await untilAborted(back(), signal)
      return isSamePerson ? call() : response
    },
  }
}

async function isTurnedAway(response: Response): Promise<boolean> {
  if (response.status !== 401) return false
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return typeof body === 'object' && body !== null && 'code' in body && body.code === 'unauthenticated'
}

function untilAborted<Value>(promise: Promise<Value>, signal?: AbortSignal | null): Promise<Value> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error)
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
