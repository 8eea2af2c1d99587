import { once } from 'node:events'
import { request } from 'node:http'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen, type Listening } from '../listen.ts'
import { until } from '../../test/until.ts'
import { sendFile } from './send-file.ts'

let server: Listening
let made = 0
let isOver = false

/** A file without an end, which memory would not hold. */
async function* endless() {
  try {
    for (;;) {
      made += 1
      yield new Uint8Array(1024 * 1024)
    }
  } finally {
    isOver = true
  }
}

beforeAll(async () => {
  const app = express().get('/file', (_request, response) =>
    sendFile(response, { name: 'endless.csv', type: 'text/csv' }, endless()),
  )
  server = await listen(app, { host: '127.0.0.1', port: 0 })
})
afterAll(() => server.close(0))

test('parts are made no quicker than they are taken, and whoever leaves ends it', async () => {
  const asked = request(`${server.url}/file`).end()
  const [response] = await once(asked, 'response')
  // Whatever the sockets hold is made; then nobody takes any more, and however often one looks no part is added.
  let [seen, looks] = [0, 0]
  await until(() => {
    looks = made === seen ? looks + 1 : 0
    seen = made
    return made > 0 && looks >= 20
  })
  expect(made).toBeLessThan(50)
  response.destroy()
  await until(() => isOver)
  expect(made).toBeLessThan(50)
})
