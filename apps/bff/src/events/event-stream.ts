import { eventsPath, type ServerEvent } from '@goalkeeper/contract/events'
import { type Response, Router } from 'express'
import type { Logger } from 'pino'
import type { Events } from './events.ts'

const heartbeatMs = 15_000
const tickMs = 1_000
/** A browser that has this much left unread has stopped reading. It is let go, and gets the present state when it comes back. */
const mostUnreadBytes = 4_000_000

type StreamOptions = {
  events: Events
  log: Logger
  /** What a screen must know when it begins to listen. */
  snapshot: () => Promise<ServerEvent[]>
  /** Asked once a second while anyone listens, and told when it is another than before. */
  tick: () => Promise<ServerEvent>
}

type EventStream = {
  router: Router
  /** How many screens listen. */
  listening: () => number
  stop: () => void
}

/** Server-sent events for open screens. `stop` ends every stream, so that the server can close. */
export function createEventStream({ events, log, snapshot, tick }: StreamOptions): EventStream {
  const open = new Set<Response>()
  const timers: NodeJS.Timeout[] = []
  let lastTick = ''
  let stopped = false

  const send = (response: Response, text: string) => {
    response.write(text)
    if (response.writableLength > mostUnreadBytes) response.destroy()
  }
  const sendAll = (text: string) => {
    for (const response of open) send(response, text)
  }
  const sendTick = () =>
    tick().then(
      (event) => {
        const text = textOf(event)
        if (text !== lastTick) sendAll((lastTick = text))
      },
      (error: unknown) => log.warn({ err: error }, 'The budget could not be read for the open screens'),
    )
  const begin = (response: Response) => {
    open.add(response)
    if (open.size > 1) return
    timers.push(
      setInterval(() => sendAll(': still here\n\n'), heartbeatMs),
      setInterval(sendTick, tickMs),
    )
  }
  const end = (response: Response) => {
    open.delete(response)
    if (open.size === 0) for (const timer of timers.splice(0)) clearInterval(timer)
  }
  const off = events.on((event) => sendAll(textOf(event)))

  const router = Router().get(eventsPath, async (_request, response) => {
    // Whoever left before being let in has told so already, and would never be taken off the list.
    if (response.destroyed) return
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' })
    response.on('close', () => end(response))
    begin(response)
    // From here on nothing is missed: what happens meanwhile is told before the state that it led to.
    const now = await snapshot()
    send(response, `retry: 2000\n\n${now.map(textOf).join('')}`)
    if (stopped) response.end()
  })
  const stop = () => {
    stopped = true
    off()
    for (const response of open) response.end()
  }
  return { router, listening: () => open.size, stop }
}

const textOf = (event: ServerEvent) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
