import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GainsightError, type Effect } from './error.ts'
import { readReply, type TenantAnswer } from './reply.ts'
import type { TenantRoute } from './route.ts'
import { tenantRoutes } from './routes.ts'

const json = (status: number, body: unknown): TenantAnswer => ({
  status,
  contentType: 'application/json',
  text: JSON.stringify(body),
})
const envelope = (over: object) => ({
  result: false,
  errorCode: null,
  errorDesc: null,
  requestId: 'r-1',
  message: null,
  ...over,
})
const spring = (message: string, exception = 'com.gainsight.cs.goal.exception.CSGoalException') => ({
  timestamp: 1675399306376,
  status: 500,
  error: 'Internal Server Error',
  exception,
  message,
  path: '/csgoal/external/create',
})

function failure(answer: TenantAnswer, route: TenantRoute): GainsightError {
  try {
    readReply(answer, route)
  } catch (error) {
    if (error instanceof GainsightError) return error
    throw error
  }
  throw new Error('The reply was read as a success.')
}
const told = ({ kind, outcome, tenantCode, fields }: GainsightError) => ({
  kind,
  outcome,
  tenantCode,
  fields: Object.keys(fields),
})

const { createGoal, updateGoal, fetchGoals, queryObject, listCtas, describeObject } = tenantRoutes

describe('the error table', () => {
  const table = [
    [8001, 'CTA_RECORD_EMPTY', 'CTA set provided is empty', 'CTA'],
    [8002, 'SP_RECORD_EMPTY', 'Success Plan set provided is empty', 'SP'],
    [8007, 'INVALID_PAGE_REQUEST', 'Invalid page request', 'pageSize'],
    [8008, 'INVALID_LOOKUP_CONFIG', 'Lookup Error', 'lookups'],
    [8009, 'INVALID_FIELD', 'Invalid field in select clause', 'select'],
    [8010, 'INVALID_STATUS_NAME', 'Invalid status name provided', 'StatusName'],
  ] as const

  test.each(table)(
    '%i %s is a refusal, as number, text, prefixed text or name, and by its reason alone',
    (code, name, reason, field) => {
      const bodies = [
        envelope({ errorCode: code, errorDesc: reason }),
        envelope({ errorCode: String(code) }),
        envelope({ errorCode: `CSGOAL_${code}`, message: `${reason} r-1` }),
        envelope({ errorCode: name }),
        envelope({ errorDesc: name }),
        envelope({ errorDesc: name }),
        envelope({ message: `${reason} r-1` }),
        spring(reason),
      ]
      for (const body of bodies) {
        for (const status of [400, 500, 200]) {
          const { kind, outcome, fields } = failure(json(status, body), updateGoal)
          expect({ kind, outcome, fields: Object.keys(fields) }).toEqual({
            kind: 'refused',
            outcome: 'not-applied',
            fields: [field],
          })
        }
      }
    },
  )

  test('the code is kept as the tenant writes it', () => {
    expect(failure(json(400, envelope({ errorCode: 8010 })), createGoal).tenantCode).toBe('8010')
  })

  test('the tenant is quoted where it is known to refuse, without the request id that it appends', () => {
    const body = envelope({ errorCode: '8008', message: 'No company matches IBM r-1' })
    expect(failure(json(400, body), createGoal).message).toBe(
      'Gainsight did not find the one record that a lookup asks for. It says: “No company matches IBM”.',
    )
  })

  test('a code in the place of a sentence is not quoted', () => {
    const body = envelope({ errorCode: 8001, errorDesc: 'CTA_RECORD_EMPTY' })
    expect(failure(json(400, body), updateGoal).message).toBe('The list of CTAs is empty.')
  })

  test('a code that only contains one of the table is not one of the table', () => {
    for (const errorCode of ['18010', '8010x', '80100', 8011]) {
      expect(failure(json(400, envelope({ errorCode })), updateGoal).outcome, String(errorCode)).toBe('unknown')
    }
  })
})

describe('the gateway', () => {
  test('an unknown key', () => {
    const body = {
      result: false,
      errorCode: 'GS_APIG_2401',
      errorDesc: 'Unauthorized',
      requestId: 'r-1',
      message: 'Unauthorized',
    }
    const error = failure(json(401, body), updateGoal)
    expect(told(error)).toEqual({
      kind: 'unauthorized',
      outcome: 'not-applied',
      tenantCode: 'GS_APIG_2401',
      fields: [],
    })
    expect(error.requestId).toBe('r-1')
  })

  test('an address that is not allowed is told apart from a wrong key', () => {
    const body = envelope({
      errorCode: 'GS_APIG_2402',
      errorDesc: 'IP Address does not lie in range of whitelisted ips',
    })
    const error = failure(json(403, body), createGoal)
    expect(told(error)).toEqual({
      kind: 'unauthorized',
      outcome: 'not-applied',
      tenantCode: 'GS_APIG_2402',
      fields: [],
    })
    expect(error.message).toMatch(/address/)
  })

  test('a route that the tenant does not have', () => {
    const error = failure(json(404, envelope({ errorCode: 'GS_APIG_1000' })), updateGoal)
    expect(told(error)).toEqual({ kind: 'refused', outcome: 'not-applied', tenantCode: 'GS_APIG_1000', fields: [] })
  })

  test('a 404 from anyone else says nothing about a write', () => {
    expect(failure(json(404, envelope({ message: 'not here' })), updateGoal).outcome).toBe('unknown')
  })

  test('too many calls, also with an empty or an HTML body', () => {
    const answers = [
      json(429, envelope({ errorCode: 'GU_2400', errorDesc: 'Too many request' })),
      html(429),
      { ...html(429), text: '' },
    ]
    for (const answer of answers) {
      expect(failure(answer, updateGoal)).toMatchObject({ kind: 'throttled', outcome: 'not-applied', status: 429 })
      expect(failure(answer, fetchGoals)).toMatchObject({ kind: 'throttled', outcome: 'retry' })
    }
  })

  test('Retry-After is read in both of its forms', () => {
    const after = (retryAfter: string | null) =>
      failure({ ...json(429, envelope({})), retryAfter }, fetchGoals).retryAfterSeconds
    expect(after('17')).toBe(17)
    const inHalfAMinute = after(new Date(Date.now() + 30_000).toUTCString())
    expect(inHalfAMinute).toBeGreaterThanOrEqual(28)
    expect(inHalfAMinute).toBeLessThanOrEqual(30)
    expect(after('Wed, 21 Oct 2015 07:28:00 GMT')).toBe(0)
    for (const none of ['soon', '', null]) expect(after(none), String(none)).toBeNull()
  })

  test('a fault of the server leaves a write unknown, and a read may be asked again', () => {
    const body = envelope({ errorCode: 'GU_1101', errorDesc: 'Oops, something went wrong.' })
    expect(told(failure(json(500, body), updateGoal))).toEqual({
      kind: 'broken',
      outcome: 'unknown',
      tenantCode: 'GU_1101',
      fields: [],
    })
    expect(failure(json(500, body), fetchGoals).outcome).toBe('retry')
  })
})

describe('the other APIs', () => {
  test('a field that the CTA list does not know', () => {
    const body = envelope({
      errorCode: 'COCKPIT_5101',
      errorDesc: 'Invalid fields in select clause - xyz, abc',
      data: {},
    })
    for (const status of [200, 400]) {
      expect(told(failure(json(status, body), listCtas))).toEqual({
        kind: 'refused',
        outcome: 'not-applied',
        tenantCode: 'COCKPIT_5101',
        fields: ['xyz', 'abc'],
      })
    }
  })

  test('an object query without rows is an empty list, however the tenant says it', () => {
    const bodies = [
      json(400, envelope({ errorCode: 'GSOBJ_1011', errorDesc: 'No entity matches the given criteria' })),
      json(200, envelope({ errorCode: 'GSOBJ_1XXX', errorDesc: 'No data found for given criteria' })),
      json(200, { result: true, data: { records: [] } }),
      json(200, { result: true, data: [] }),
    ]
    for (const answer of bodies) expect(readReply(answer, queryObject)).toEqual([])
  })

  test('"no data" of any other call is no success', () => {
    const answer = json(200, envelope({ errorDesc: 'No data found for given criteria' }))
    expect(failure(answer, updateGoal).outcome).toBe('unknown')
    expect(failure(answer, fetchGoals)).toBeInstanceOf(GainsightError)
  })

  test('validation errors of the object query will fail again', () => {
    const body = envelope({ errorCode: 'GSOBJ_1002', errorDesc: 'Invalid field' })
    for (const status of [200, 400, 500])
      expect(failure(json(status, body), queryObject)).toMatchObject({ kind: 'refused', outcome: 'not-applied' })
  })

  test('an object that does not exist', () => {
    const body = {
      requestId: 'r-1',
      result: false,
      instance: '2021-02-03 10:31:28 UTC',
      title: 'OBJECT_NOT_FOUND',
      detail: 'Requested object not found.',
      errorDesc: 'Requested object not found.',
    }
    for (const status of [200, 404, 500]) {
      expect(told(failure(json(status, body), describeObject))).toEqual({
        kind: 'refused',
        outcome: 'not-applied',
        tenantCode: 'OBJECT_NOT_FOUND',
        fields: [],
      })
    }
  })
})

const html = (status: number): TenantAnswer => ({
  status,
  contentType: 'text/html',
  text: '<html><h1>Sign in</h1></html>',
})
const success = json(200, { result: true, data: { record: { Gsid: '1CG0', Name: 'A' }, updatedGoals: null } })

describe('an answer that makes no sense', () => {
  const outcomes: [Effect, string][] = [
    ['write', 'unknown'],
    ['read', 'retry'],
  ]
  test.each(outcomes)('a %s is then %s', (effect, outcome) => {
    const route = effect === 'write' ? updateGoal : fetchGoals
    const answers = [
      html(200),
      html(502),
      { ...success, text: '' },
      { ...success, text: success.text.slice(0, -3) },
      json(200, { result: false }),
      json(200, envelope({ errorCode: 'NEW_1', errorDesc: 'Something new' })),
      json(200, {}),
      json(200, 'fine'),
      json(200, null),
      json(200, { result: true, data: 'text' }),
      json(500, { result: true, data: { record: {} } }),
      json(302, {}),
    ]
    for (const answer of answers) expect(failure(answer, route), answer.text).toMatchObject({ kind: 'broken', outcome })
  })

  test('a web page is named as such, and none of it is shown', () => {
    expect(failure(html(200), fetchGoals).message).toBe(
      'Gainsight answered with a web page in place of data (HTTP 200).',
    )
  })

  test('a reply that is cut short anywhere is never a success', () => {
    for (let length = 0; length < success.text.length; length++) {
      expect(failure({ ...success, text: success.text.slice(0, length) }, updateGoal).outcome).toBe('unknown')
    }
    expect(readReply(success, updateGoal)).toMatchObject({ record: { Name: 'A' } })
  })
})

describe('a validation exception that nobody has documented', () => {
  const answer = json(500, spring('Some new rule of com.gainsight.cs.Rule'))

  test('leaves a write unknown, since only known messages count as refused', () => {
    expect(told(failure(answer, createGoal))).toEqual({
      kind: 'broken',
      outcome: 'unknown',
      tenantCode: null,
      fields: [],
    })
  })

  test('is not worth asking again for a read', () => {
    expect(failure(answer, fetchGoals)).toMatchObject({ kind: 'refused', outcome: 'not-applied' })
  })
})

test('a success may lack `result`, and may have keys that nobody knows', () => {
  expect(readReply(json(201, { data: { recordList: [] }, trace: 1 }), fetchGoals)).toEqual({ recordList: [] })
})

test('the request id is that of the body, else that of the headers', () => {
  expect(failure({ ...json(500, envelope({})), requestId: 'header' }, fetchGoals).requestId).toBe('r-1')
  expect(failure({ ...html(500), requestId: 'header' }, fetchGoals).requestId).toBe('header')
})

describe('whatever the tenant answers', () => {
  const noise = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'java.lang.NullPointerException: at com.gainsight.Goal.save(Goal.java:12)',
      '<html><script>alert(1)</script></html>',
      'com.gainsight.cs.goal.exception.CSGoalException: Invalid StatusName provided in request',
      'Invalid StatusName provided in request',
      'No data found',
    ),
  )
  const body = fc.oneof(
    fc.json(),
    noise,
    fc
      .record(
        {
          result: fc.boolean(),
          errorCode: fc.oneof(noise, fc.nat()),
          errorDesc: noise,
          message: noise,
          exception: noise,
          title: noise,
          data: fc.jsonValue(),
        },
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value)),
  )
  const answers = fc.record({
    status: fc.constantFrom(200, 301, 400, 401, 404, 422, 429, 500, 503),
    contentType: noise,
    text: body,
  })

  test('it is read, or told in one vocabulary that shows no class names, stacks or HTML', () => {
    fc.assert(
      fc.property(
        answers,
        fc.constantFrom<TenantRoute>(updateGoal, createGoal, fetchGoals, queryObject),
        (answer, route) => {
          try {
            readReply(answer, route)
          } catch (error) {
            if (!(error instanceof GainsightError)) throw error
            const people = [error.message, ...Object.values(error.fields)].join(' ')
            expect(people).not.toMatch(/[<>]|Exception|\.java|com\.gainsight/)
            expect(error.tenantCode ?? 'none').toMatch(/^\w+$/)
            expect(error.outcome).not.toBe(route.effect === 'write' ? 'retry' : 'unknown')
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('only what is known to mean a refusal says that a write was not applied', () => {
    const unknownText = fc
      .string()
      .filter((text) => !/status ?name|set provided|select|page request|lookup/i.test(text))
    fc.assert(
      fc.property(fc.constantFrom(200, 400, 404, 409, 422, 500, 502, 503), unknownText, (status, text) => {
        expect(failure(json(status, spring(text)), createGoal).outcome).toBe('unknown')
        expect(failure(json(status, envelope({ errorDesc: text, message: text })), updateGoal).outcome).toBe('unknown')
      }),
    )
  })
})
