import type { Layout } from '@goalkeeper/contract/layout'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from './browser.ts'
import { createVisitor, startWithProvider, type WithProvider } from './start-with-provider.ts'

const path = '/api/me/layout'
const asAtFirst: Layout = { columns: null, density: null }
const own: Layout = {
  columns: [
    { id: 'Name', width: 320, pinned: true },
    { id: 'CompanyId__gr.Csm__gr.Name', width: null, pinned: false },
  ],
  density: 'comfortable',
}

let stage: WithProvider
beforeAll(async () => {
  stage = await startWithProvider()
})
afterAll(() => stage.stop())

async function signedIn(who: string): Promise<Browser> {
  const browser = createVisitor(stage)
  await browser.signIn(who)
  return browser
}

test('a layout is kept for a person on every machine, and for nobody else', async () => {
  const [desk, laptop, other] = [
    await signedIn('vera.klein'),
    await signedIn('vera.klein'),
    await signedIn('otto.lind'),
  ]
  expect((await desk.get(path)).json).toEqual(asAtFirst)
  expect(await desk.put(path, own)).toMatchObject({ status: 200, json: own })
  expect((await laptop.get(path)).json).toEqual(own)
  expect((await other.get(path)).json).toEqual(asAtFirst)
  const narrower: Layout = { ...own, density: null }
  await laptop.put(path, narrower)
  expect((await desk.get(path)).json).toEqual(narrower)
  await desk.put(path, asAtFirst)
  expect((await laptop.get(path)).json).toEqual(asAtFirst)
})

test('what is no layout is refused by the name of its part, and what was kept stays', async () => {
  const browser = await signedIn('ben.okafor')
  await browser.put(path, own)
  const column = (over: object) => ({ ...own, columns: [{ id: 'Name', width: null, pinned: true, ...over }] })
  for (const [body, part] of [
    [column({ width: 4 }), 'columns.0.width'],
    [column({ id: '<b>' }), 'columns.0.id'],
    [{ ...own, density: 'tiny' }, 'density'],
    [{ ...own, columns: [] }, 'columns'],
    [{ ...own, columns: [...(own.columns ?? []), ...(own.columns ?? [])] }, 'columns'],
  ] as const) {
    const reply = await browser.put(path, body)
    expect(reply).toMatchObject({ status: 400, json: { fields: { [part]: expect.any(String) } } })
  }
  expect((await browser.get(path)).json).toEqual(own)
})

test('a token has no layout', async () => {
  const ana = await signedIn('ana.reyes')
  const made = await ana.post('/api/tokens', { name: 'Nightly', role: 'viewer', days: 1 })
  const headers = { authorization: `Bearer ${(made.json as { secret: string }).secret}` }
  const reply = await createVisitor(stage).get(path, headers)
  expect(reply).toMatchObject({ status: 403, json: { detail: expect.stringContaining('This is for people') } })
})
