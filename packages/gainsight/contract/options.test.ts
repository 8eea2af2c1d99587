import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readOptions, UsageError } from './options.ts'

const folder = mkdtempSync(join(tmpdir(), 'contract-'))
function keyFile(name: string, content: string, mode = 0o600): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  chmodSync(file, mode)
  return file
}
const address = ['--base-url', 'https://acme.gainsightcloud.com']
const env = { GAINSIGHT_ACCESS_KEY: 'canary-of-the-environment' }
const goal = '1CG03GFNBH1NOBHOND412PHFQQEPGXWOQ1T9'

function refusal(args: string[], environment: Record<string, string> = env): string {
  try {
    readOptions(args, environment)
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
  throw new Error('The options were taken.')
}

describe('what is taken', () => {
  test('an address alone, with the key of the environment: reading only', () => {
    expect(readOptions(address, env)).toEqual({
      baseUrl: 'https://acme.gainsightcloud.com',
      accessKey: 'canary-of-the-environment',
      goal: null,
      creates: false,
    })
  })

  test('a key file before the environment, without the line end, and the flags that go further', () => {
    const args = [...address, '--key-file', keyFile('key', ' canary-of-the-file\n'), '--goal', goal, '--creates']
    expect(readOptions(args, env)).toMatchObject({ accessKey: 'canary-of-the-file', goal, creates: true })
  })

  test('an http address on this machine, and the "--" that some shells pass on', () => {
    expect(readOptions(['--', '--base-url', 'http://127.0.0.1:4310/'], env).baseUrl).toBe('http://127.0.0.1:4310')
  })
})

describe('what is refused, in one line', () => {
  const open = keyFile('open', 'canary-of-the-open-file', 0o644)
  test.each([
    [[], '--base-url'],
    [['--base-url', 'acme'], '--base-url'],
    [['--base-url', 'http://acme.gainsightcloud.com'], 'https'],
    [['--base-url', 'https://acme.gainsightcloud.com/v1'], 'without a path'],
    [['--base-url', 'https://me:secret@acme.gainsightcloud.com'], 'without a path'],
    [[...address, '--goal', 'x'], '--goal takes a Gsid'],
    [[...address, '--goal'], '--goal'],
    [[...address, '--key', 'canary-as-argument'], "Unknown option '--key'"],
    [[...address, 'more'], 'more'],
    [[...address, '--key-file', join(folder, 'none')], 'cannot be read'],
    [[...address, '--key-file', open], 'chmod 600'],
    [[...address, '--key-file', keyFile('two', 'canary one\ncanary two')], 'no header takes'],
    [[...address, '--key-file', keyFile('empty', '\n')], 'no access key'],
  ])('%j', (args, says) => {
    const message = refusal(args)
    expect(message).toContain(says)
    expect(message).not.toMatch(/\n|canary/)
  })

  test('no key anywhere', () => {
    expect(refusal(address, {})).toContain('There is no access key.')
  })
})
