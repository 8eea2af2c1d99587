import { eventsPath, type ServerEvent } from '@goalkeeper/contract/events'
import { type Request, type Response, Router } from 'express'
import type { Logger } from 'pino'
import { askerOf, permit } from '#bff/http/caller.ts'
import type { Events } from './events.ts'
import { toldTo } from './told-to.ts'

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
  /** Whether a screen may still listen: asked when people changed, and with every sign of life. */
  isStillIn: (request: Request, response: Response) => Promise<boolean>
}

type EventStream = {
  router: Router
  /** How many screens listen. */
  listening: () => number
  stop: () => void
}

/** Server-sent events for open screens. `stop` ends every stream, so that the server can close. */
export function createEventStream({ events, log, snapshot, tick, isStillIn }: StreamOptions): EventStream {
  const open = new Map<Response, Request>()
  const timers: NodeJS.Timeout[] = []
  let lastTick = ''
  let stopped = false

  const send = (response: Response, text: string) => {
    response.write(text)
    if (response.writableLength > mostUnreadBytes) response.destroy()
  }
  const sendAll = (text: string) => {
    for (const response of open.keys()) send(response, text)
  }
  const sendTick = () =>
    tick().then(
      (event) => {
        const text = textOf(event)
        if (text !== lastTick) sendAll((lastTick = text))
      },
      (error: unknown) => log.warn({ err: error }, 'The budget could not be read for the open screens'),
    )
  // Another process may have ended a session, and a session runs out without anybody's doing.
  const endThoseWhoLeft = async () => {
    for (const [response, request] of open) {
      try {
        if (!(await isStillIn(request, response))) response.end()
      } catch (error) {
        log.warn({ err: error }, 'It could not be asked whether a screen may still listen')
      }
    }
  }
  const beat = () => {
    sendAll(': still here\n\n')
    void endThoseWhoLeft()
  }
  const begin = (request: Request, response: Response) => {
    open.set(response, request)
    if (open.size > 1) return
    timers.push(setInterval(beat, heartbeatMs), setInterval(sendTick, tickMs))
  }
  const end = (response: Response) => {
    open.delete(response)
    if (open.size === 0) for (const timer of timers.splice(0)) clearInterval(timer)
  }
  const off = events.on((event) => {
    for (const [response, request] of open) {
      const told = toldTo(askerOf(request), event)
      if (told) send(response, textOf(told))
    }
    if (event.type === 'people') void endThoseWhoLeft()
  })

  const router = Router().get(eventsPath, permit('read', 'events'), async (request, response) => {
    // Whoever left before being let in has told so already, and would never be taken off the list.
    if (response.destroyed) return
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' })
    response.on('close', () => end(response))
    begin(request, response)
    // From here on nothing is missed: what happens meanwhile is told before the state that it led to.
    const now = await snapshot()
    send(response, `retry: 2000\n\n${now.map(textOf).join('')}`)
    if (stopped) response.end()
  })
  const stop = () => {
    stopped = true
    off()
    for (const response of open.keys()) response.end()
  }
  return { router, listening: () => open.size, stop }
}

const textOf = (event: ServerEvent) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
