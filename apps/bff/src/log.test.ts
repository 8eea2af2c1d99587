import { GainsightError } from '@goalkeeper/gainsight/error'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { AppError } from './http/app-error.ts'
import { createLog } from './log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  write(createLog('trace', { write: (line: string) => void lines.push(line) }))
  return lines.join('')
}

const parse = (line: string): unknown => JSON.parse(line)

test('secrets, bodies, names and queries are taken out at the depths where requests and errors hold them', () => {
  const names = ['accesskey', 'accessKey', 'authorization', 'cookie', 'set-cookie', 'body', 'query', 'where', 'name']
  for (const name of names) {
    const line = logged((log) => {
      log.info({ [name]: 'canary', req: { [name]: 'canary', headers: { [name]: 'canary' } } }, 'Something')
    })
    expect(line).not.toContain('canary')
    expect(line).toContain('[hidden]')
  }
})

test('an error of our own keeps its message, its marks, its cause and where it arose', () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const line = logged((log) => log.error({ err: new Error('No database.', { cause }) }, 'Failed'))
  expect(parse(line)).toMatchObject({
    msg: 'Failed',
    err: {
      type: 'Error',
      message: 'No database.',
      at: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
      cause: { type: 'Error', message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' },
    },
  })
})

test('what the tenant, PostgreSQL, JSON, zod or a person said is not repeated: only what kind of fault it was', () => {
  const broken = () => {
    try {
      return JSON.parse('canary')
    } catch (error) {
      return error
    }
  }
  const postgres = Object.assign(new Error('duplicate key: canary'), {
    name: 'error',
    code: '23505',
    detail: 'Key (name)=(canary) already exists.',
    table: 'goal',
  })
  const tenant = new GainsightError('Invalid value: canary', {
    kind: 'refused',
    outcome: 'not-applied',
    tenantCode: '8009',
  })
  const zod = z.strictObject({}).safeParse({ canary: 1 }).error
  const ours = new AppError('invalid', 'The field canary is not known.', {
    fields: { canary: 'canary' },
    cause: broken(),
  })
  const lines = [broken(), postgres, tenant, zod, ours].map((err) => logged((log) => log.error({ err }, 'Failed')))
  expect(lines.join('')).not.toContain('canary')
  expect(lines.map((line) => (parse(line) as { err: unknown }).err)).toMatchObject([
    { type: 'SyntaxError' },
    { type: 'error', code: '23505', table: 'goal' },
    { type: 'GainsightError', kind: 'refused', tenantCode: '8009' },
    { type: 'ZodError' },
    { type: 'AppError', code: 'invalid', cause: { type: 'SyntaxError' } },
  ])
})
