import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ServerEvent, serverEventSchema } from '@goalkeeper/contract/events'
import type { Write } from '@goalkeeper/contract/writes'
import pg from 'pg'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Events } from './events.ts'

type RelayParts = {
  url: string
  events: Events
  log: Logger
  /** Whether this process syncs: only that one tells how the sync stands. */
  leads: () => boolean
  readWrite: (id: string) => Promise<Write>
  /** Writes that are not settled, and the newest settled ones. */
  listWrites: () => Promise<Write[]>
}

/** Carries events between the processes that share a PostgreSQL server. */
export type Relay = { start: () => Promise<void>; stop: () => Promise<void> }

const channel = 'goalkeeper_events'
/** PostgreSQL takes 8,000 bytes. */
const mostBytes = 7_900
const firstPauseMs = 250
const longestPauseMs = 10_000

/** An event as it travels. A write is read again by who hears of it; `everything`: some may have been missed. */
const messageSchema = z.object({
  from: z.string(),
  news: z.union([
    serverEventSchema,
    z.object({ type: z.literal('write-id'), id: z.string() }),
    z.object({ type: z.literal('everything') }),
  ]),
})
type News = z.infer<typeof messageSchema>['news']

/** One connection listens and tells, so that events arrive in the order in which they happened. */
export function createRelay({ url, events, log, leads, readWrite, listWrites }: RelayParts): Relay {
  const from = randomUUID()
  const stopping = new AbortController()
  let client: pg.Client | null = null
  let isPassingOn = false
  let connecting: Promise<void> = Promise.resolve()
  let hearing: Promise<void> = Promise.resolve()
  let telling: Promise<unknown> = Promise.resolve()

  function passOn(event: ServerEvent): void {
    isPassingOn = true
    events.emit(event)
    isPassingOn = false
  }

  function tell(news: News): void {
    if (!client) return
    // One after the other. What cannot be told is made up for when the connection is there again.
    telling = telling
      .then(() => client?.query('SELECT pg_notify($1, $2)', [channel, JSON.stringify({ from, news })]))
      .catch((error: unknown) => log.warn({ err: error }, 'Other processes could not be told what happened'))
  }

  async function hear(payload: string): Promise<void> {
    const parsed = messageSchema.safeParse(JSON.parse(payload))
    // A process of another version may know other events.
    if (!parsed.success || parsed.data.from === from) return
    const { news } = parsed.data
    if (news.type === 'everything') await tellEverything()
    else if (news.type === 'write-id') passOn({ type: 'write', write: await readWrite(news.id) })
    else passOn(news)
  }

  /** Screens and rooms of this process read again whatever may have changed. */
  async function tellEverything(): Promise<void> {
    passOn({ type: 'goals', gsids: [], all: true })
    passOn({ type: 'connection' })
    passOn({ type: 'people' })
    passOn({ type: 'views' })
    for (const write of await listWrites()) passOn({ type: 'write', write })
  }

  /** One after the other, for some have to be read first. */
  function inTurn(work: () => Promise<void>): void {
    hearing = hearing
      .then(work)
      .catch((error: unknown) => log.warn({ err: error }, 'What another process told could not be passed on'))
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 })
    next.on('notification', ({ payload = '' }) => inTurn(() => hear(payload)))
    next.on('error', (error) => log.warn({ err: error }, 'The connection to the other processes broke'))
    try {
      await next.connect()
      await next.query(`LISTEN ${channel}`)
    } catch (error) {
      await next.end().catch(() => undefined)
      throw error
    }
    next.on('end', () => {
      client = null
      if (!stopping.signal.aborted) connecting = reconnect()
    })
    client = next
  }

  async function reconnect(): Promise<void> {
    for (let pauseMs = firstPauseMs; !stopping.signal.aborted; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return
      try {
        await connect()
      } catch (error) {
        log.warn({ err: error }, 'The other processes cannot be heard, trying again')
        continue
      }
      // What happened meanwhile has reached neither us nor, from us, the others.
      inTurn(tellEverything)
      return tell({ type: 'everything' })
    }
  }

  const off = events.on((event) => {
    if (isPassingOn) return
    const news = newsOf(event, leads)
    if (news) tell(news)
  })

  return {
    start: connect,
    async stop() {
      stopping.abort()
      off()
      await connecting
      await telling
      await client?.end()
      await hearing
    },
  }
}

/** What of an event others have to hear; null for what each process works out by itself. */
function newsOf(event: ServerEvent, leads: () => boolean): News | null {
  switch (event.type) {
    case 'write':
      return { type: 'write-id', id: event.write.id }
    case 'goals':
      return Buffer.byteLength(JSON.stringify(event)) > mostBytes - 100 ? { ...event, gsids: [], all: true } : event
    case 'sync':
      return leads() ? event : null
    case 'budget':
      return null
    default:
      return event
  }
}
