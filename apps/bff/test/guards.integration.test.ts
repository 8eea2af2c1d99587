import { expect, test } from 'vitest'
import { startBff } from './start-bff.ts'
test('x', async () => {
  const bff = await startBff()
  const r = await bff.browser.get('/healthz')
  expect(r.json).toEqual({ok:true})
  await bff.restart()
  expect((await bff.browser.get('/readyz')).json).toEqual({ready:true})
  await bff.stop()
})
