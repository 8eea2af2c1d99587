import { join } from 'node:path'
import type { StatusReport } from '@goalkeeper/contract/status'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres } from './postgres-server.ts'
import { setStage } from './start-bff.ts'
import { runBff, startBffProcess } from './start-bff-process.ts'
import { until } from './until.ts'

let stage: Awaited<ReturnType<typeof setStage>>
let postgres: Awaited<ReturnType<typeof startPostgres>>
let url: string
beforeAll(async () => {
  stage = await setStage({ sandbox: { goals: 20 } })
  postgres = await startPostgres()
  url = await postgres.database()
})
afterAll(async () => {
  await postgres.stop()
  await stage.remove()
})

const envOf = (name: string) => ({ ...stage.env, DATABASE_URL: url, DATA_DIR: join(stage.dataDir, name) })

async function refusalOf(env: Record<string, string>): Promise<string> {
  const { code, err } = await runBff({ ...envOf('refused'), ...env }).ended
  expect(code).toBe(1)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  return err
}

test('two programs that start at once on an empty database share it, and each sees every goal', async () => {
  const programs = await Promise.all([startBffProcess(envOf('one')), startBffProcess(envOf('two'))])
  for (const { browser } of programs) {
    const { sync } = await until(async () => {
      const status = (await browser.get('/api/status')).json as StatusReport
      return status.sync.complete && status
    })
    expect(sync.goals).toBe(20)
  }
  for (const program of programs) expect(await program.stop()).toMatchObject({ code: 0 })
})

test('a database belongs to one tenant', async () => {
  const another = { GAINSIGHT_BASE_URL: stage.sandbox.url, GAINSIGHT_ACCESS_KEY: stage.sandbox.accessKey }
  expect(await refusalOf(another)).toContain(`This store belongs to sandbox and not to ${stage.sandbox.url}`)
})

test('a database that cannot be reached, or does not let it in, gives one line without the password', async () => {
  const nowhere = await refusalOf({ DATABASE_URL: 'postgres://me:canary@127.0.0.1:1/goals' })
  expect(nowhere).toContain('The store cannot be used: connect ECONNREFUSED 127.0.0.1:1.')
  const locked = await refusalOf({ DATABASE_URL: url.replace('postgres:postgres@', 'postgres:canary@') })
  expect(locked).toContain('The store cannot be used: password authentication failed')
  expect(nowhere + locked).not.toContain('canary')
})
