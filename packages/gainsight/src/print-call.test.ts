import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { updateGoalBody } from './goal-update.ts'
import { asCurl, asJson, shellQuote, type PrintableCall } from './print-call.ts'

const shell = (script: string, env: Record<string, string> = {}) =>
  execFileSync('sh', ['-c', script], { env, encoding: 'utf8' })

// A shell's words hold no NUL. Anything else may come: quotes, dollars, backticks, newlines, options, emoji.
const special = [
  "'",
  '"',
  '\\',
  '$',
  '`',
  '!',
  '*',
  '~',
  '#',
  '&',
  '|',
  ';',
  '<',
  '(',
  '{',
  '[',
  ' ',
  '\n',
  '\t',
  '-',
  '😀',
]
const word = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...special) }))
  .map((text) => text.replaceAll('\0', ''))

test('a real shell reads every quoted word as it was', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
      const printed = shell(`printf '%s\\0' ${words.map(shellQuote).join(' ')}`)
      expect(printed.split('\0').slice(0, -1)).toEqual(words)
    }),
  )
})

/** The arguments that a shell would hand to curl. */
function argumentsOf(command: string, env: Record<string, string>): string[] {
  return shell(`curl() { printf '%s\\0' "$@"; }\n${command}`, env).split('\0').slice(0, -1)
}

const env = { GAINSIGHT_BASE_URL: 'https://api.example.com', GAINSIGHT_ACCESS_KEY: "ke'y $(id) 1" }

test('a shell sends the exact body, with the key and the base URL from the environment', () => {
  fc.assert(
    fc.property(word, word, (name, description) => {
      const body = { requests: [{ record: { Gsid: 'x', Name: name, Description: description } }] }
      const call: PrintableCall = { method: 'PUT', path: '/v1/csgoal/external/update', body }
      const sent = argumentsOf(asCurl(call), env)
      expect(sent.slice(0, -1)).toEqual([
        '--request',
        'PUT',
        'https://api.example.com/v1/csgoal/external/update',
        '--header',
        "accesskey: ke'y $(id) 1",
        '--header',
        'accept: application/json',
        '--header',
        'content-type: application/json',
        '--data-raw',
      ])
      expect(JSON.parse(sent.at(-1)!)).toEqual(body)
    }),
    { numRuns: 30 },
  )
})

test('a call without a body, and a base URL that is given', () => {
  const call: PrintableCall = { method: 'GET', path: '/v1/meta/services/objects/list?po=company&em=false' }
  const sent = argumentsOf(asCurl(call, { baseUrl: 'https://acme.gainsightcloud.com' }), env)
  expect(sent[2]).toBe('https://acme.gainsightcloud.com/v1/meta/services/objects/list?po=company&em=false')
  expect(sent).not.toContain('--data-raw')
  expect(asJson(call)).toBe('')
})

test('JSON is printed for reading', () => {
  const body = updateGoalBody({ gsid: '1CG0', record: { Name: 'A' } })
  expect(asJson({ method: 'PUT', path: '/', body })).toBe(JSON.stringify(body, null, 2))
})
