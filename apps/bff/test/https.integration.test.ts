import { once } from 'node:events'
import { chmod, copyFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Agent, request } from 'undici'
import { expect, test } from 'vitest'
import { startBff } from './start-bff.ts'
import { temporaryFolder } from './temporary-folder.ts'

const file = (name: string) => fileURLToPath(new URL(`tls/${name}`, import.meta.url))

test('it serves https itself, with a cookie that no other host can set and none but https carries; who says nothing is let go', async () => {
  const folder = await temporaryFolder()
  const key = join(folder.path, 'key.pem')
  await copyFile(file('test-only-key.pem'), key)
  await chmod(key, 0o600)
  const env = {
    TLS_CERT_FILE: file('test-only-cert.pem'),
    TLS_KEY_FILE: key,
    LAUNCH_SECRET: 'a-launch-secret-of-a-test',
  }
  const bff = await startBff({ real: true, sandbox: { goals: 20 }, env })
  const dispatcher = new Agent({ connect: { ca: readFileSync(env.TLS_CERT_FILE) } })
  const { port, hostname } = new URL(bff.url)
  const silent = connect(Number(port), hostname)
  // A stop would wait for it, too.
  const letGo = once(silent, 'close')
  try {
    expect(bff.url).toMatch(/^https:/)
    const launched = await request(`${bff.url}/launch/${env.LAUNCH_SECRET}`, { dispatcher })
    await launched.body.dump()
    const cookie = String(launched.headers['set-cookie'])
    expect(cookie).toMatch(/^__Host-goalkeeper=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    expect(launched.headers['strict-transport-security']).toBe('max-age=31536000')
    const me = await request(`${bff.url}/api/me`, { dispatcher, headers: { cookie: cookie.split(';')[0] ?? '' } })
    expect(await me.body.json()).toMatchObject({ name: 'you', role: 'admin' })
    const out = await request(`${bff.url}/api/sign-out`, {
      method: 'POST',
      dispatcher,
      headers: { cookie: cookie.split(';')[0] ?? '', origin: bff.url, 'x-requested-with': 'goalkeeper' },
    })
    expect(out.statusCode).toBe(200)
    await out.body.dump()
    await letGo
  } finally {
    await dispatcher.close()
    await bff.stop()
    await folder.remove()
  }
})
