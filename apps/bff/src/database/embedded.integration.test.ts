import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { type Embedded, startEmbedded } from './embedded.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let embedded: Embedded
beforeAll(async () => {
  folder = await temporaryFolder()
  embedded = await startEmbedded(folder.path)
})
afterAll(async () => {
  await embedded.stop()
  await folder.remove()
})

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ stream: embedded.connect, user: 'postgres', database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  return client
}
const one = { name: 'one', text: 'SELECT $1::int AS one', values: [1] }

test('a connection that breaks takes its transaction and what it prepared with it', async () => {
  const broken = await connect()
  await broken.query('CREATE TABLE broken (id int)')
  await broken.query(one)
  await broken.query('BEGIN')
  await broken.query('INSERT INTO broken VALUES (1)')
  const gone = new Promise((resolve) => broken.once('end', resolve))
  broken.connection.stream.destroy()
  await gone

  const next = await connect()
  expect((await next.query(one)).rows).toEqual([{ one: 1 }])
  expect((await next.query('SELECT * FROM broken')).rows).toEqual([])
  await next.end()
})

test('what is longer than any buffer arrives whole, both ways', async () => {
  const client = await connect()
  const text = 'goal '.repeat(1_000_000)
  expect((await client.query('SELECT $1::text AS text', [text])).rows).toEqual([{ text }])
  await client.end()
})

test('a client whose connection was taken over by the next one is told', async () => {
  const first = await connect()
  const ended = new Promise((resolve) => first.once('end', resolve))
  const second = await connect()
  await ended
  await expect(first.query('SELECT 1')).rejects.toThrow('not queryable')
  await second.end()
})
