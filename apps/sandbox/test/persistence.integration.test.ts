import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SandboxOptions } from '#sandbox/options.ts'
import { startTenant, updatePath, type TenantClient } from './tenant-client.ts'

let folder = ''
let files = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const freshFile = () => join(folder, 'not', 'there', 'yet', `${(files += 1)}.jsonl`)
const rename = (tenant: TenantClient, Gsid: string, Name: string) =>
  tenant.call('PUT', updatePath, { requests: [{ record: { Gsid, Name } }] })

/** A tenant with two goals changed, stopped. */
async function changedTenant(options: SandboxOptions = {}) {
  const dataFile = freshFile()
  const tenant = await startTenant({ dataFile, ...options })
  const [one, two, three] = await tenant.fetchGoals()
  const ids = [one, two, three].map((goal) => goal?.dataList.Gsid ?? '') as [string, string, string]
  await rename(tenant, ids[0], 'First')
  await rename(tenant, ids[1], 'Second')
  const goals = await tenant.fetchGoals()
  await tenant.sandbox.stop()
  return { dataFile, ids, goals }
}

describe('what people change', () => {
  test('survives a restart, goals and links, by hand and by calls, created and deleted', async () => {
    const { dataFile, ids } = await changedTenant()
    const tenant = await startTenant({ dataFile })
    const [, , doomed] = ids
    const company = String(tenant.sandbox.record(ids[0])?.record['CompanyId'])
    const { body } = await tenant.call('POST', '/v2/cockpit/cta/list', { select: ['Gsid'] })
    await tenant.call('PUT', updatePath, {
      requests: [{ record: { Gsid: ids[0] }, association: { CTA: [body.data[0].Gsid] } }],
    })
    const record = { Name: 'Created', StatusName: 'New', EntityType: 'COMPANY', CompanyId: company }
    const created = await tenant.call('POST', '/v1/csgoal/external/create', { requests: [{ record }] })
    await tenant.sandbox.changeRecord(company, { record: { Name: 'Renamed Ltd' } })
    await tenant.sandbox.deleteRecord(doomed)
    const before = await tenant.fetchGoals({ select: ['CompanyId__gr.Name', 'ModifiedDate'] })
    await tenant.sandbox.stop()

    const again = await startTenant({ dataFile })
    expect(await again.fetchGoals({ select: ['CompanyId__gr.Name', 'ModifiedDate'] })).toEqual(before)
    expect(again.sandbox.record(ids[0])).toMatchObject({
      record: { Name: 'First' },
      links: { CTA: expect.arrayContaining([body.data[0].Gsid]) },
    })
    expect(again.sandbox.record(created.body.data.goal.Gsid)?.record.Name).toBe('Created')
    expect(again.sandbox.record(company)?.record.Name).toBe('Renamed Ltd')
    expect(again.sandbox.record(doomed)).toBeNull()
  })

  test('is forgotten without a file, and by a reset', async () => {
    const { dataFile, goals } = await changedTenant()
    const tenant = await startTenant({ dataFile })
    await tenant.sandbox.reset()
    const blank = await tenant.fetchGoals()
    expect(blank).not.toEqual(goals)
    await rename(tenant, blank[4]?.dataList.Gsid ?? '', 'After the reset')
    await tenant.sandbox.stop()
    const again = await startTenant({ dataFile })
    expect(
      (await again.fetchGoals())
        .map(({ dataList }) => dataList['Name'])
        .filter((name) => ['First', 'After the reset'].includes(String(name))),
    ).toEqual(['After the reset'])
    const forgetful = await startTenant()
    expect(await forgetful.fetchGoals()).toEqual(blank)
  })

  test('is on disk before the reply is sent', async () => {
    const dataFile = freshFile()
    const tenant = await startTenant({ dataFile })
    const goals = await tenant.fetchGoals()
    await Promise.all(
      goals.map(async ({ dataList }, index) => {
        await rename(tenant, dataList.Gsid, `Name ${index}`)
        expect(await readFile(dataFile, 'utf8')).toContain(`"Name ${index}"`)
      }),
    )
  })

  test('is kept when it came during a reset', async () => {
    const dataFile = freshFile()
    const tenant = await startTenant({ dataFile })
    const goals = await tenant.fetchGoals()
    const changes = goals.map(({ dataList }, index) => rename(tenant, dataList.Gsid, `Name ${index}`))
    await tenant.sandbox.reset()
    expect((await Promise.all(changes)).map(({ status }) => status)).toEqual(goals.map(() => 200))
    const after = await tenant.fetchGoals()
    await tenant.sandbox.stop()
    const again = await startTenant({ dataFile })
    expect(await again.fetchGoals()).toEqual(after)
  })

  test('keeps the day on which the tenant was made', async () => {
    const dataFile = freshFile()
    const tenant = await startTenant({ dataFile, anchor: '2026-01-31' })
    const goals = await tenant.fetchGoals()
    await tenant.sandbox.stop()
    const again = await startTenant({ dataFile })
    expect(await again.fetchGoals()).toEqual(goals)
  })
})

describe('a data file', () => {
  test('whose last line was torn by a crash loses that line only, and takes new ones', async () => {
    const { dataFile, ids, goals } = await changedTenant()
    await appendFile(dataFile, '{"record":{"Gsid":"1CG0')
    const tenant = await startTenant({ dataFile })
    expect(await tenant.fetchGoals()).toEqual(goals)
    await rename(tenant, ids[2], 'Third')
    await tenant.sandbox.stop()
    const again = await startTenant({ dataFile })
    expect(ids.map((id) => again.sandbox.record(id)?.record.Name)).toEqual(['First', 'Second', 'Third'])
  })

  test('that mostly repeats itself is written anew', async () => {
    const dataFile = freshFile()
    const tenant = await startTenant({ dataFile })
    const [goal] = await tenant.fetchGoals()
    for (let round = 0; round < 130; round++)
      await tenant.sandbox.changeRecord(goal?.dataList.Gsid ?? '', { record: { Name: `Round ${round}` } })
    await tenant.sandbox.stop()
    const again = await startTenant({ dataFile })
    expect(again.sandbox.record(goal?.dataList.Gsid ?? '')?.record.Name).toBe('Round 129')
    expect((await readFile(dataFile, 'utf8')).split('\n')).toHaveLength(3)
  })

  test.each<[string, SandboxOptions, RegExp]>([
    ['another seed', { seed: 2 }, /another tenant \(seed 1, 60 goals/],
    ['another size', { goals: 61 }, /another tenant/],
    ['another anchor', { anchor: '2020-02-02' }, /another tenant/],
  ])('of a tenant with %s is refused, and stays as it is', async (_, options, message) => {
    const { dataFile } = await changedTenant()
    const before = await readFile(dataFile, 'utf8')
    await expect(startTenant({ dataFile, ...options })).rejects.toThrow(message)
    expect(await readFile(dataFile, 'utf8')).toBe(before)
  })

  test('that is damaged, or none of ours, is refused in one sentence', async () => {
    const { dataFile } = await changedTenant()
    const lines = (await readFile(dataFile, 'utf8')).split('\n')
    await writeFile(dataFile, [lines[0], '{"Gsid":', ...lines.slice(2)].join('\n'))
    await expect(startTenant({ dataFile })).rejects.toThrow(/is damaged in line 2/)
    await writeFile(dataFile, 'shopping list\nmilk\n')
    await expect(startTenant({ dataFile })).rejects.toThrow(/is not a data file of the sandbox/)
    await expect(startTenant({ dataFile: folder })).rejects.toThrow(/cannot be read/)
  })
})
