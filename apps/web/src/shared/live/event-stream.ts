import { eventsPath, serverEventSchema, type ServerEvent } from '@goalkeeper/contract/events'
import { readProblem } from '../api/api-error.ts'
import { send } from '../api/send.ts'
import { createEventParser } from './event-parser.ts'

type Listener = {
  onEvent: (event: ServerEvent) => void
  /** The stream stands, for the first time or again. */
  onOpen: () => void
  onLost: () => void
}

const firstPauseMs = 500
const longestPauseMs = 15_000
/** The server writes at least a comment every 15 s or so; a longer silence is a dead connection. */
const silenceMs = 45_000

/**
 * Keeps one event stream open until `signal` aborts: reconnects with growing pauses and names the last event it saw.
 * Over fetch rather than EventSource, so that a refusal can be told from a lost connection.
 */
export async function followEvents(listener: Listener, signal: AbortSignal): Promise<void> {
  let lastId: string | null = null
  let pauseMs = firstPauseMs
  while (!signal.aborted) {
    const attempt = new AbortController()
    const stop = () => attempt.abort()
    signal.addEventListener('abort', stop)
    try {
      const headers: Record<string, string> = { accept: 'text/event-stream' }
      if (lastId !== null) headers['last-event-id'] = lastId
      const response = await send(eventsPath, { headers, signal: attempt.signal })
      if (!response.ok || !response.body) throw await readProblem(response)
      listener.onOpen()
      pauseMs = firstPauseMs
      await readAll(response.body, attempt, (event) => {
        lastId = event.id
        const parsed = serverEventSchema.safeParse(JSON.parse(event.data))
        if (parsed.success) listener.onEvent(parsed.data)
      })
      listener.onLost()
    } catch {
      if (!signal.aborted) listener.onLost()
    } finally {
      signal.removeEventListener('abort', stop)
    }
    await pause(pauseMs * (0.5 + Math.random() / 2), signal)
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  }
}

async function readAll(
  body: ReadableStream<Uint8Array>,
  attempt: AbortController,
  onEvent: Parameters<typeof createEventParser>[0],
): Promise<void> {
  const parse = createEventParser(onEvent)
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
