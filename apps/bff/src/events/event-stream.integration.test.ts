import type { ServerEvent } from '@goalkeeper/contract/events'
import express from 'express'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listen, type Listening } from '#bff/listen.ts'
import { admitAnyone } from '../../test/admit-anyone.ts'
import { until } from '../../test/until.ts'
import { createEventStream } from './event-stream.ts'
import { createEvents, type Events } from './events.ts'

const log = pino({ level: 'silent' })
const goals = (...gsids: string[]): ServerEvent => ({ type: 'goals', gsids, all: false })

let events: Events
let stream: ReturnType<typeof createEventStream>
let server: Listening
let ticks: number
let tickName: string

beforeEach(async () => {
  // The seconds of the stream are counted here; the network runs in real time.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  events = createEvents(log)
  ticks = 0
  tickName = 'calm'
  stream = createEventStream({
    events,
    log,
    snapshot: async () => [goals('snapshot')],
    tick: async () => {
      ticks += 1
      return goals(tickName)
    },
    isStillIn: async () => true,
  })
  server = await listen(express().use(admitAnyone, stream.router), { host: '127.0.0.1', port: 0 })
})
afterEach(async () => {
  stream.stop()
  await server.close(0)
  vi.useRealTimers()
})

/** Listens as a browser does, and gathers what it is told. */
async function openScreen() {
  const leave = new AbortController()
  const response = await fetch(`${server.url}/api/events`, { signal: leave.signal })
  const told: ServerEvent[] = []
  const ended = read(response, told)
  return { response, told, ended, leave: () => leave.abort() }
}

async function read(response: Response, told: ServerEvent[]): Promise<string> {
  let text = ''
  try {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk
      const whole = text.split('\n\n')
      text = whole.pop() ?? ''
      for (const message of whole) {
        const data = /^data: (.*)$/m.exec(message)?.[1]
        if (data) told.push(JSON.parse(data))
      }
    }
    return 'ended'
  } catch {
    return 'left'
  }
}

const toldOf = async (screen: { told: ServerEvent[] }, count: number) => {
  await until(() => screen.told.length >= count)
  return screen.told.slice(0, count)
}

test('a screen is told how things stand, and then what happens', async () => {
  const screen = await openScreen()
  expect(screen.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(await toldOf(screen, 1)).toEqual([goals('snapshot')])
  events.emit(goals('a', 'b'))
  expect(await toldOf(screen, 2)).toEqual([goals('snapshot'), goals('a', 'b')])
})

test('the budget is asked for once a second while anyone listens, and told when it changed', async () => {
  const screens = [await openScreen(), await openScreen()]
  for (const screen of screens) await toldOf(screen, 1)

  await vi.advanceTimersByTimeAsync(1_000)
  for (const screen of screens) expect((await toldOf(screen, 2))[1]).toEqual(goals('calm'))
  await vi.advanceTimersByTimeAsync(3_000)
  tickName = 'busy'
  await vi.advanceTimersByTimeAsync(1_000)
  for (const screen of screens) expect((await toldOf(screen, 3))[2]).toEqual(goals('busy'))
  expect(ticks).toBe(5)

  for (const screen of screens) screen.leave()
  await until(() => stream.listening() === 0)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ticks).toBe(5)
})

test('a silent stream shows every quarter of a minute that it is still there', async () => {
  const response = await fetch(`${server.url}/api/events`)
  await vi.advanceTimersByTimeAsync(15_000)
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    if (text.includes('\n: still here\n\n')) break
  }
  expect(text).toContain('\n: still here\n\n')
})

test('a screen that has left before it was let in is not kept', async () => {
  const leave = new AbortController()
  const { promise: isLetIn, resolve: letIn } = Promise.withResolvers<void>()
  const door = express().use(
    (request, _response, next) => {
      request.socket.once('close', () => {
        next()
        letIn()
      })
      leave.abort()
    },
    admitAnyone,
    stream.router,
  )
  const other = await listen(door, { host: '127.0.0.1', port: 0 })
  await expect(fetch(`${other.url}/api/events`, { signal: leave.signal })).rejects.toThrow('aborted')
  await isLetIn
  await other.close(0)
  expect(stream.listening()).toBe(0)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ticks).toBe(0)
})

test('a stop ends every stream, and a listener that fails spoils nothing for the others', async () => {
  events.on(() => {
    throw new Error('A listener of a test.')
  })
  const screen = await openScreen()
  events.emit(goals('a'))
  expect(await toldOf(screen, 2)).toEqual([goals('snapshot'), goals('a')])
  stream.stop()
  expect(await screen.ended).toBe('ended')
})

test('a screen that does not read is let go, and the others hear everything', async () => {
  const deaf = await fetch(`${server.url}/api/events`)
  const screen = await openScreen()
  await toldOf(screen, 1)
  const long = 'x'.repeat(1_000_000)
  for (let count = 0; count < 40; count += 1) {
    events.emit(goals(long))
    await toldOf(screen, count + 2)
  }
  await until(() => stream.listening() === 1)
  await deaf.body?.cancel()
})
