import type { ServerEvent } from '@goalkeeper/contract/events'
import type { Logger } from 'pino'

export type Events = {
  /** Tells everyone who listens. Never throws, never waits. */
  emit(event: ServerEvent): void
  /** Returns what ends the listening. */
  on(listener: (event: ServerEvent) => void): () => void
  listeners(): number
}

/** What happens inside one process, told to those in it who listen. */
export function createEvents(log: Logger): Events {
  const listeners = new Set<(event: ServerEvent) => void>()
  return {
    emit(event) {
      for (const listener of listeners) {
        try {
          listener(event)
        } catch (error) {
          log.error({ err: error, event: event.type }, 'A listener failed')
        }
      }
    },
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    listeners: () => listeners.size,
  }
}
