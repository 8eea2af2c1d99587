import type { ServerEvent } from '@goalkeeper/contract/events'
import { followEvents, type Listener } from './event-stream.ts'

/** What the page that has the stream tells the others of its browser; `asking` is what a page asks that has just come. */
type Told = { kind: 'event'; event: ServerEvent } | { kind: 'open' | 'lost' | 'standing' | 'asking' }

const name = 'goalkeeper events'

/**
 * Follows events until `signal` aborts, by one stream for all pages of this browser: a browser allows six connections to one server, and tabs are
 * many. One page holds the stream and passes on what comes; when it goes, another takes its place, and `onOpen` says that something may have been
 * missed. Where the browser gives no locks, as over plain HTTP to another machine, each page has a stream of its own.
 */
export function followTogether(listener: Listener, signal: AbortSignal): void {
  if (!('locks' in navigator)) {
    void followEvents(listener, signal)
    return
  }
  const channel = new BroadcastChannel(name)
  let isHolder = false
  let isOpen = false
  const tell = (told: Told) => channel.postMessage(told)

  function hear(told: Told): void {
    switch (told.kind) {
      case 'event':
        listener.onEvent(told.event)
        return
      case 'open':
        isOpen = true
        listener.onOpen()
        return
      case 'lost':
        isOpen = false
        listener.onLost()
        return
      case 'standing':
        if (!isOpen) listener.onOpen()
        isOpen = true
        return
      case 'asking':
        if (isHolder && isOpen) tell({ kind: 'standing' })
    }
  }
  const hearAndTell = (told: Told) => {
    hear(told)
    if (!signal.aborted) tell(told)
  }

  channel.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data))
  tell({ kind: 'asking' })
  void navigator.locks
    .request(name, { signal }, () => {
      isHolder = true
      return followEvents(
        {
          onEvent: (event) => hearAndTell({ kind: 'event', event }),
          onOpen: () => hearAndTell({ kind: 'open' }),
          onLost: () => hearAndTell({ kind: 'lost' }),
        },
        signal,
      )
    })
    // It was given up before the stream came to this page.
    .catch(() => undefined)
  signal.addEventListener('abort', () => channel.close(), { once: true })
}
