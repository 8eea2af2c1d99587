import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprintOf, prepareDataDir, readInstallSecret } from './installation.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goalkeeper-installation-'))
})
afterEach(() => rm(folder, { recursive: true }))

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

test('the data folder and the secret in it are for their owner alone', async () => {
  const dataDir = join(folder, 'new', 'data')
  await prepareDataDir(dataDir)
  await readInstallSecret(dataDir)
  expect(await modeOf(dataDir)).toBe('700')
  expect(await modeOf(join(dataDir, 'install-secret'))).toBe('600')
})

test('the secret of an installation stays, and several starts at once agree on it', async () => {
  const secrets = await Promise.all(Array.from({ length: 8 }, () => readInstallSecret(folder)))
  expect(new Set(secrets).size).toBe(1)
  expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/)
  expect(await readInstallSecret(folder)).toBe(secrets[0])
  expect(await readdir(folder)).toEqual(['install-secret'])
  expect(await readFile(join(folder, 'install-secret'), 'utf8')).toBe(secrets[0])
})

test('a fingerprint tells two keys and two installations apart, and shows nothing of the key', () => {
  const fingerprint = fingerprintOf('a-key', 'an-installation')
  expect(fingerprint).toMatch(/^[0-9a-f]{16}$/)
  expect(fingerprintOf('a-key', 'an-installation')).toBe(fingerprint)
  expect(fingerprintOf('another-key', 'an-installation')).not.toBe(fingerprint)
  expect(fingerprintOf('a-key', 'another-installation')).not.toBe(fingerprint)
})
