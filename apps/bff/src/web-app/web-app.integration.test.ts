import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import express from 'express'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorHandler } from '#bff/http/error-handler.ts'
import { requestLog } from '#bff/http/request-log.ts'
import { notFound } from '#bff/http/routes.ts'
import { securityHeaders } from '#bff/http/security-headers.ts'
import { listen, type Listening } from '#bff/listen.ts'
import { type Browser, createBrowser } from '../../test/browser.ts'
import { createWebApp } from './web-app.ts'

const script = 'console.log("hello")\n'.repeat(100)
const files = {
  'index.html': '<!doctype html><html><head><title>Goalkeeper</title></head><body></body></html>',
  'assets/app-4f2a.js': script,
  'assets/app-4f2a.js.br': brotliCompressSync(script),
  'assets/app-4f2a.js.gz': gzipSync(script),
  'gone.txt': 'Not for long.',
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

let folder: string
let server: Listening
let browser: Browser

async function serve(root: string): Promise<Listening> {
  const app = express().use(
    requestLog(pino({ level: 'silent' })),
    securityHeaders({ isSecure: false }),
    await createWebApp(root),
  )
  return listen(app.use(notFound).use(errorHandler), { host: '127.0.0.1', port: 0 })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goalkeeper-web-'))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  server = await serve(folder)
  browser = createBrowser(server.url)
})
afterAll(async () => {
  await server.close(0)
  await rm(folder, { recursive: true })
})

const visit = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

test.each([
  ['br, gzip', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, br;q=0.5', 'gzip'],
  ['gzip', 'gzip'],
  ['identity', null],
])('a browser that accepts %s gets the script in %s, to keep for ever', async (accepted, encoding) => {
  const reply = await browser.get('/assets/app-4f2a.js', { 'accept-encoding': accepted })
  expect(reply.text).toBe(script)
  expect(reply.headers.get('content-encoding')).toBe(encoding)
  expect(reply.headers.get('content-type')).toMatch(/javascript/)
  expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(reply.headers.get('vary')?.toLowerCase()).toContain('accept-encoding')
})

test('a file without a hash in its name is asked for again', async () => {
  const reply = await browser.get('/favicon.svg')
  expect(reply.headers.get('content-type')).toMatch(/svg/)
  expect(reply.headers.get('cache-control')).toBe('no-cache')
})

test.each(['/', '/goals/1ABC', '/companies/1XYZ?filter=1', '/index.html'])('%s is a page of the app', async (path) => {
  const reply = await browser.get(path, visit)
  expect(reply.status).toBe(200)
  expect(reply.headers.get('content-type')).toMatch(/html/)
  expect(reply.text).toContain('<title>Goalkeeper</title>')
})

test('the page and its policy carry the same nonce, another one each time, and no script may stand in the page', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const reply = await browser.get('/', visit)
      const policy = reply.headers.get('content-security-policy') ?? ''
      const nonce = /<meta property="csp-nonce" nonce="([^"]+)"/.exec(reply.text)?.[1]
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
      expect(policy).toContain("script-src 'self';")
      expect(policy).not.toContain('unsafe')
      return nonce
    }),
  )
  expect(nonces[0]).not.toBe(nonces[1])
})

test.each([
  '/api/nothing',
  '/gainsight/v1/nothing',
  '/api',
  '/assets/gone.js',
  '/assets/../../package.json',
  '/%2e%2e/x',
])('%s is not answered with a page to a script', async (path) => {
  expect(await browser.get(path)).toMatchObject({ status: 404, json: { code: 'not-found' } })
})

test.each(['/api/nothing', '/gainsight/v1/nothing'])(
  '%s is not even answered with a page to a visitor',
  async (path) => {
    expect(await browser.get(path, visit)).toMatchObject({ status: 404, json: { code: 'not-found' } })
  },
)

test('a file that another build took away is not there', async () => {
  await rm(join(folder, 'gone.txt'))
  expect(await browser.get('/gone.txt')).toMatchObject({ status: 404, json: { code: 'not-found' } })
})

test('an app that was not built says how to build it', async () => {
  const bare = await serve(join(folder, 'assets', 'none'))
  try {
    const reply = await createBrowser(bare.url).get('/', visit)
    expect(reply).toMatchObject({
      status: 503,
      json: { code: 'not-ready', detail: expect.stringContaining('npm start') },
    })
  } finally {
    await bare.close(0)
  }
})
