import { connect } from 'node:net'
import type { StatusReport } from '@goalkeeper/contract/status'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { classifiedRoutes } from './classified-routes.ts'
import { setStage } from './start-bff.ts'
import { startBffProcess } from './start-bff-process.ts'
import { until } from './until.ts'

/** A request as bytes on the wire, so that it can be as broken as one likes. */
type Malformed = { kind: string; bytes: Buffer }

const launchSecret = 'a-launch-secret-of-a-test'
const calls = 10_000
const batch = 40

let stage: Awaited<ReturnType<typeof setStage>>
let bff: Awaited<ReturnType<typeof startBffProcess>>
beforeAll(async () => {
  stage = await setStage({
    real: true,
    sandbox: { goals: 20 },
    env: { LAUNCH_SECRET: launchSecret, LOG_LEVEL: 'error' },
  })
  // With little room it collects often, so that what stays can be told from what has not been collected yet.
  bff = await startBffProcess({ ...stage.env, NODE_OPTIONS: '--max-old-space-size=256' })
  await bff.browser.get(new URL(bff.launchUrl).pathname)
})
afterAll(async () => {
  await bff.stop()
  await stage.remove()
})

const routes = [...classifiedRoutes, { method: 'GET', path: '/launch/x', body: false }]
const route = fc.constantFrom(...routes)
const bodyRoute = fc.constantFrom(...routes.filter(({ body }) => body))
const rawByte = fc.integer({ min: 0, max: 255 })
const rawBytes = fc.array(rawByte, { maxLength: 200 }).map((bytes) => Buffer.from(bytes))

/** What a browser with a session sends, so that what is broken is met by the room and not by the door. */
function headersOf(extra: string[] = [], leaveOut: string[] = []): string {
  const { host } = new URL(bff.url)
  const cookie = [...bff.browser.cookies].map((pair) => pair.join('=')).join('; ')
  const lines = {
    host: `Host: ${host}`,
    cookie: `Cookie: ${cookie}`,
    origin: `Origin: ${bff.url}`,
    with: 'X-Requested-With: goalkeeper',
    close: 'Connection: close',
  }
  const kept = Object.entries(lines).filter(([name]) => !leaveOut.includes(name))
  return [...kept.map(([, line]) => line), ...extra].join('\r\n')
}
const requestOf = (line: string, headers: string, body: Buffer | string = '') =>
  Buffer.concat([Buffer.from(`${line}\r\n${headers}\r\n\r\n`, 'latin1'), Buffer.from(body)])
const withBody = (
  { method, path }: { method: string; path: string },
  body: Buffer | string,
  extra: string[] = ['Content-Type: application/json'],
) => requestOf(`${method} ${path} HTTP/1.1`, headersOf([...extra, `Content-Length: ${Buffer.byteLength(body)}`]), body)

const brokenPaths = [
  '%',
  '%zz',
  '%00',
  '%c0%af',
  '..%2f',
  '%2e%2e/',
  '//',
  '/.',
  '\\',
  ';x',
  '%0d%0aX:1',
  '%uD800',
  '~',
]
const brokenHeaders = [
  'Host: evil.example',
  'Host: 127.0.0.1:1\r\nHost: evil.example',
  'X-Goalkeeper-Screen: \u0001',
  'Idempotency-Key: not-a-uuid',
  'Content-Encoding: gzip',
  'Content-Encoding: br, br, br',
  'Transfer-Encoding: chunked, identity',
  'Expect: 200-maybe',
  'Upgrade: h2c',
  'Authorization: Bearer gk_nothing',
  'Authorization: Bearer ',
  'Authorization: Basic Z2s6eA==',
  'Cookie: __Host-goalkeeper=x; goalkeeper=y',
  'If-Match: "',
  'Prefer: wait=-1',
  'Range: bytes=0-18446744073709551615',
  `X-Long: ${'x'.repeat(20_000)}`,
]
const strangeValues = [
  '{"filter":{"and":[]},"limit":1e999}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]',
  '"\\ud800"',
  '{"filter":{"field":"Name","op":"EQ","value":[null]}}',
  '{"limit":-1}',
  '{"filter":{"field":"Name","op":"EQ","value":["\\u0000"]}}',
  'null',
  '0',
  '',
]
const deep = (depth: number) => `${'{"and":['.repeat(depth)}${']}'.repeat(depth)}`

/** Calls of every kind that can be broken, each surely broken in one way. */
const malformed: fc.Arbitrary<Malformed> = fc.oneof(
  fc.tuple(route, fc.constantFrom(...brokenPaths), fc.nat(40)).map(([to, bad, at]) => {
    const whole = to.path
    const broken = whole.slice(0, at) + bad + whole.slice(at)
    return { kind: `path ${bad}`, bytes: requestOf(`${to.method} ${broken} HTTP/1.1`, headersOf()) }
  }),
  fc.tuple(bodyRoute, fc.constantFrom(...strangeValues)).map(([to, body]) => ({
    kind: `body ${body}`,
    bytes: withBody(to, body),
  })),
  fc
    .tuple(bodyRoute, fc.json({ maxDepth: 4 }))
    .map(([to, body]) => ({ kind: 'some JSON', bytes: withBody(to, `[${body}]`) })),
  fc.tuple(bodyRoute, fc.integer({ min: 50, max: 5_000 })).map(([to, depth]) => ({
    kind: 'deep JSON',
    bytes: withBody(to, deep(depth)),
  })),
  fc.tuple(bodyRoute, rawBytes).map(([to, body]) => ({
    kind: 'bytes',
    bytes: withBody(to, Buffer.concat([Buffer.from('{'), body])),
  })),
  fc.tuple(bodyRoute, rawBytes).map(([to, body]) => ({
    kind: 'not gzip',
    bytes: withBody(to, body, ['Content-Type: application/json', 'Content-Encoding: gzip']),
  })),
  fc
    .tuple(bodyRoute, fc.constantFrom('text/plain', 'application/json; charset=klingon', 'multipart/form-data', '/'))
    .map(([to, type]) => ({ kind: `type ${type}`, bytes: withBody(to, '{}', [`Content-Type: ${type}`]) })),
  fc.tuple(bodyRoute, fc.constantFrom(...brokenHeaders)).map(([to, header]) => ({
    kind: header.slice(0, 40),
    bytes: withBody(to, '[]', ['Content-Type: application/json', header]),
  })),
  fc.tuple(route, fc.constantFrom('host', 'cookie')).map(([to, left]) => ({
    kind: `without ${left}`,
    bytes: requestOf(`${to.method} ${to.path} HTTP/1.1`, headersOf([], [left])),
  })),
  fc.tuple(route, fc.constantFrom('BREW', 'get', 'TRACE', 'CONNECT', 'PROPFIND', '')).map(([to, method]) => ({
    kind: `method ${method}`,
    bytes: requestOf(`${method} ${to.path} HTTP/1.1`, headersOf()),
  })),
  rawBytes.map((bytes) => ({ kind: 'noise', bytes: Buffer.concat([bytes, Buffer.from('\r\n\r\n')]) })),
  fc.tuple(bodyRoute, fc.nat(300)).map(([to, claimed]) => ({
    kind: 'cut short',
    bytes: requestOf(
      `${to.method} ${to.path} HTTP/1.1`,
      headersOf(['Content-Type: application/json', `Content-Length: ${claimed + 3}`]),
      '{',
    ),
  })),
)

/** Sends the bytes and gives what came back. Where the other end would wait for more, this end is closed. */
function send({ kind, bytes }: Malformed): Promise<string> {
  const { hostname, port } = new URL(bff.url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    const parts: Buffer[] = []
    socket.setTimeout(20_000, () =>
      reject(new Error(`No end of an answer to ${bytes.toString('latin1').slice(0, 400)}`)),
    )
    socket.on('data', (part) => parts.push(part))
    socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1')))
    // A server that refuses what is still being written may reset the connection.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error)
    })
    if (kind === 'cut short' || kind === 'noise') socket.end(bytes)
    else socket.write(bytes)
  })
}

/** Paths of the tenant that were called more often than before. */
const newCalls = (now: Record<string, number>, before: Record<string, number>) =>
  Object.keys(now).filter((path) => now[path] !== before[path])

async function heapMb(): Promise<number> {
  const { text } = await bff.browser.get('/metrics')
  return Number(/^goalkeeper_nodejs_heap_size_used_bytes (\S+)$/m.exec(text)?.[1]) / 1_048_576
}

/** What it asks the tenant for on its own has been asked. */
async function untilItCallsNobody(): Promise<void> {
  const status = async () => (await bff.browser.get('/api/status')).json as StatusReport
  await until(async () => (await status()).sync.complete)
  let [last, same] = [0, 0]
  await until(() => {
    const { calls: now } = stage.sandbox.stats()
    same = now === last ? same + 1 : 0
    last = now
    return same === 100
  })
}

test('ten thousand malformed calls: none breaks it, reaches the tenant, or stays in memory', async () => {
  await untilItCallsNobody()
  const before = stage.sandbox.stats().byPath
  const broken: string[] = []
  const heap: number[] = []
  const all = fc.sample(malformed, { numRuns: calls, seed: 20_261_124 })
  for (let start = 0; start < all.length; start += batch) {
    if (start % (10 * batch) === 0) heap.push(await heapMb())
    await Promise.all(
      all.slice(start, start + batch).map(async (call) => {
        const answer = await send(call)
        if (answer.startsWith('HTTP/1.1 5'))
          broken.push(`${call.kind}: ${call.bytes.toString('latin1').slice(0, 300)}\n${answer}`)
      }),
    )
  }
  expect(broken.slice(0, 3)).toEqual([])
  expect(newCalls(stage.sandbox.stats().byPath, before)).toEqual([])
  expect(bff.child.exitCode).toBeNull()
  expect((await bff.browser.get('/api/status')).status).toBe(200)
  // What is left after a collection does not grow. The first quarter is left out, in which code is still being compiled.
  const [early, late] = [heap.slice(heap.length / 4, heap.length / 2), heap.slice(heap.length / 2)]
  expect(Math.min(...late) - Math.min(...early)).toBeLessThan(40)
  expect(bff.err()).toBe('')
  expect(bff.out()).not.toMatch(/"level":(50|60)/)
}, 240_000)
