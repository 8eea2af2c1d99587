import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { applyEvent } from './apply-event.ts'
import { followTogether } from './browser-stream.ts'

/** Whether events arrive. `lost` since the instant given, in epoch milliseconds. */
export type LiveState = { kind: 'connecting' } | { kind: 'live' } | { kind: 'lost'; since: number }

let state: LiveState = { kind: 'connecting' }
const listeners = new Set<() => void>()

function setState(next: LiveState): void {
  state = next
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(subscribe, () => state)
}

/** A list of activity stays as it is while it is read; what is new is counted beside it. */
const isHeldStill = (key: readonly unknown[]) => key[0] === 'activity' && key[1] === 'list'

/** A hidden page follows no events after this long, so that one which is looked at has the stream of the browser. */
const hiddenPatienceMs = 30_000

/** Follows the events of this browser and feeds the query cache. Mount it once, in the shell. */
export function useLiveUpdates(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    let stream: AbortController | null = null
    let farewell: ReturnType<typeof setTimeout> | undefined
    let wasOpen = false

    const open = () => {
      if (stream) return
      stream = new AbortController()
      followTogether(
        {
          onEvent: (event) => applyEvent(queryClient, event),
          onOpen: () => {
            // What happened while the stream was down is not told again.
            if (wasOpen) void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !isHeldStill(queryKey) })
            wasOpen = true
            setState({ kind: 'live' })
          },
          onLost: () => setState(state.kind === 'lost' ? state : { kind: 'lost', since: Date.now() }),
        },
        stream.signal,
      )
    }
    const close = () => {
      stream?.abort()
      stream = null
    }
    const followVisibility = () => {
      clearTimeout(farewell)
      if (document.visibilityState === 'visible') open()
      else farewell = setTimeout(close, hiddenPatienceMs)
    }

    followVisibility()
    document.addEventListener('visibilitychange', followVisibility)
    return () => {
      document.removeEventListener('visibilitychange', followVisibility)
      clearTimeout(farewell)
      close()
    }
  }, [queryClient])
}
