import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setStage } from './start-bff.ts'
import { runBff, startBffProcess } from './start-bff-process.ts'
import { giveEmptyDatabase } from './temporary-folder.ts'

let stage: Awaited<ReturnType<typeof setStage>>
beforeAll(async () => {
  stage = await setStage({ sandbox: { goals: 20 } })
})
afterAll(() => stage.remove())

/** The one line with which a start that must not succeed ends. */
async function refusedStart(env: Record<string, string>): Promise<string> {
  const { code, out, err } = await runBff({ ...stage.env, ...env }).ended
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  expect(err).toMatch(/^Goalkeeper cannot start: /)
  return err
}

/** The DATA_DIR of another installation, with the empty database that its first start would take seconds to make. */
async function anotherDataDir(...path: string[]): Promise<string> {
  const folder = join(stage.dataDir, ...path)
  await giveEmptyDatabase(join(folder, 'sandbox'))
  return folder
}

async function takenPort(): Promise<{ port: string; free(): Promise<void> }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  return { port: String(address.port), free: () => new Promise((resolve) => void server.close(() => resolve())) }
}

test('a bad variable gives one line and exit code 1', async () => {
  expect(await refusedStart({ PORT: 'eighty', HOST: '0.0.0.0' })).toMatch(
    /PORT must be .*; HOST must be a loopback address/,
  )
})

test('a key without a base URL gives one line that does not hold the key', async () => {
  const line = await refusedStart({ GAINSIGHT_ACCESS_KEY: 'canary' })
  expect(line).toContain('without GAINSIGHT_BASE_URL')
  expect(line).not.toContain('canary')
})

test('a taken port gives one line', async () => {
  const taken = await takenPort()
  try {
    expect(await refusedStart({ PORT: taken.port })).toContain(`port ${taken.port} is taken`)
  } finally {
    await taken.free()
  }
})

test('a tenant that cannot be reached gives one line', async () => {
  const taken = await takenPort()
  await taken.free()
  const tenant = { GAINSIGHT_BASE_URL: `http://127.0.0.1:${taken.port}`, GAINSIGHT_ACCESS_KEY: 'canary' }
  expect(await refusedStart(tenant)).toContain(`http://127.0.0.1:${taken.port} cannot be reached`)
})

test('a data folder is for one process; a kill frees it', async () => {
  const first = await startBffProcess(stage.env)
  const line = await refusedStart({})
  expect(line).toContain(`Another Goalkeeper already uses the data folder ${stage.dataDir}`)
  await first.stop('SIGKILL')

  const second = await startBffProcess(stage.env)
  expect((await second.browser.get('/readyz')).json).toEqual({ ready: true })
  expect(await second.stop()).toMatchObject({ code: 0 })
})

test('a data folder deep in the tree serves as well as any', async () => {
  const deep = await anotherDataDir(...Array.from({ length: 8 }, (_, level) => `a-folder-with-a-long-name-${level}`))
  const program = await startBffProcess({ ...stage.env, DATA_DIR: deep })
  expect((await program.browser.get('/readyz')).json).toEqual({ ready: true })
  expect(await program.stop('SIGINT')).toMatchObject({ code: 0, err: '' })
})

test('a store belongs to one tenant: another one is told the way out, and the owner still gets in', async () => {
  await giveEmptyDatabase(join(stage.dataDir, 'real'))
  const asReal = { GAINSIGHT_ACCESS_KEY: stage.sandbox.accessKey, DATA_DIR: join(stage.dataDir, 'real') }
  const { port } = stage.sandbox
  const owner = await startBffProcess({ ...stage.env, ...asReal, GAINSIGHT_BASE_URL: `http://127.0.0.1:${port}` })
  await owner.stop()

  const line = await refusedStart({ ...asReal, GAINSIGHT_BASE_URL: `http://localhost:${port}` })
  expect(line).toContain(`belongs to http://127.0.0.1:${port} and not to http://localhost:${port}`)
  expect(line).toMatch(/DATA_DIR.*DATABASE_URL/)

  const again = await startBffProcess({ ...stage.env, ...asReal, GAINSIGHT_BASE_URL: `http://127.0.0.1:${port}` })
  expect(await again.stop()).toMatchObject({ code: 0 })
})

test('the address is printed first, then how the first sync goes', async () => {
  const program = await startBffProcess({ ...stage.env, DATA_DIR: await anotherDataDir('first') })
  const lines = await new Promise<string[]>((resolve) => {
    const look = () => {
      const printed = program.out().trimEnd().split('\n')
      if (printed.length >= 3) resolve(printed)
    }
    look()
    program.child.stdout?.on('data', look)
  })
  expect(lines).toEqual([`Goalkeeper: ${program.url}`, 'Reading the goals for the first time…', '20 goals are in.'])
  await program.stop()
})
