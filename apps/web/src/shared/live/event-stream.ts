import { eventsPath, serverEventSchema, type ServerEvent } from '@goalkeeper/contract/events'
import { readProblem } from '../api/api-error.ts'
import { send } from '../api/send.ts'
import { createEventParser } from './event-parser.ts'

export type Listener = {
  onEvent: (event: ServerEvent) => void
  /** The stream stands, for the first time or again. The server then tells the present state first. */
  onOpen: () => void
  onLost: () => void
}

const firstPauseMs = 500
const longestPauseMs = 15_000
/** The server writes at least a comment every 15 s; three missed ones are a dead connection. */
const silenceMs = 45_000

/**
 * Keeps one event stream open until `signal` aborts, and reconnects with growing pauses.
 * Over fetch rather than EventSource, which cannot be told to give up on a silent connection.
 */
export async function followEvents(listener: Listener, signal: AbortSignal): Promise<void> {
  let pauseMs = firstPauseMs
  while (!signal.aborted) {
    const attempt = new AbortController()
    const stop = () => attempt.abort()
    signal.addEventListener('abort', stop)
    try {
      const response = await send(eventsPath, { headers: { accept: 'text/event-stream' }, signal: attempt.signal })
      if (!response.ok || !response.body) throw await readProblem(response)
      listener.onOpen()
      pauseMs = firstPauseMs
      await readAll(response.body, attempt, (data) => {
        const event = serverEventSchema.safeParse(JSON.parse(data))
        if (event.success) listener.onEvent(event.data)
      })
    } catch {
      // However the stream ended, it is opened again; what is wrong shows in the requests beside it.
    }
    signal.removeEventListener('abort', stop)
    if (signal.aborted) return
    listener.onLost()
    await pause(pauseMs * (0.5 + Math.random() / 2), signal)
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  }
}

async function readAll(
  body: ReadableStream<Uint8Array>,
  attempt: AbortController,
  onData: (data: string) => void,
): Promise<void> {
  const parse = createEventParser(onData)
  const decoder = new TextDecoder()
  const reader = body.getReader()
  for (;;) {
    const silence = setTimeout(() => attempt.abort(), silenceMs)
    const { done, value } = await reader.read().finally(() => clearTimeout(silence))
    if (done) return
    parse(decoder.decode(value, { stream: true }))
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
