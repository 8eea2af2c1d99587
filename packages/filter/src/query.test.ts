import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filterArbitrary, keptFilterArbitrary } from './arbitrary.ts'
import { checkFilter } from './check.ts'
import { goldenFields } from './golden-goals.ts'
import { endOfQuery, parseQuery } from './parse-query.ts'
import { printQuery } from './print-query.ts'
import { operators, type KeptFilter } from './tree.ts'

const fields = goldenFields
/** Thousands of made-up filters take a while where others use the machine too. */
const patienceMs = 60_000
const treeOf = (text: string) => {
  const { tree, fault } = parseQuery(text, fields)
  expect(fault, text).toBeNull()
  return tree
}
const faultOf = (text: string) => {
  const { fault } = parseQuery(text, fields)
  if (!fault) return expect.fail(`${text} can be read.`)
  return { at: text.slice(fault.from, fault.to), sentence: fault.sentence }
}
/** Conditions without values have no list of them. */
const plain = (tree: KeptFilter) =>
  JSON.parse(
    JSON.stringify(tree, (key, value: unknown) =>
      key === 'value' && Array.isArray(value) && value.length === 0 ? undefined : value,
    ),
  ) as KeptFilter

describe('a filter and its query', () => {
  test(
    'stand for each other, for every filter that can be run',
    () => {
      fc.assert(
        fc.property(filterArbitrary, (tree) => {
          fc.pre(checkFilter(tree, fields).length === 0)
          expect(parseQuery(printQuery(tree, fields), fields)).toEqual({ tree: plain(tree), fault: null })
        }),
        { numRuns: 2_000 },
      )
    },
    patienceMs,
  )

  test(
    'stand for each other with parts switched off too',
    () => {
      fc.assert(
        fc.property(keptFilterArbitrary, (kept) => {
          fc.pre(checkFilter(kept, fields).length === 0)
          expect(parseQuery(printQuery(kept, fields), fields)).toEqual({ tree: plain(kept), fault: null })
        }),
        { numRuns: 2_000 },
      )
    },
    patienceMs,
  )

  test('no filter is the empty query', () => {
    expect(printQuery(null, fields)).toBe('')
    expect(treeOf('  ')).toBeNull()
  })

  test(
    'whatever is typed is read, or told with its place',
    () => {
      const pieces = [
        'status:',
        'due:',
        'has:',
        'cta',
        '"',
        '\\',
        '(',
        ')',
        ' ',
        ',',
        '-',
        'OR',
        'AND',
        'NOT',
        'ALL(',
        'off(',
        '..',
      ]
      const more = ['<', '!~', 'TODAY+30', '@me', '#5', 'é', '😀', 'x', ...operators.map((op) => `${op}(`)]
      const piece = fc.constantFrom(...pieces, ...more)
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 12 }), (typed) => {
          const text = typed.join('')
          const { tree, fault } = parseQuery(text, fields)
          endOfQuery(text, fields)
          if (fault) {
            expect(fault.sentence).not.toBe('')
            expect(0 <= fault.from && fault.from <= fault.to && fault.to <= text.length).toBe(true)
          } else if (tree) expect(checkFilter(tree, fields)).toEqual([])
        }),
        { numRuns: 2_000 },
      )
    },
    patienceMs,
  )
})

describe('a query', () => {
  test.each<[string, KeptFilter]>([
    ['status:New', { field: 'StatusName', op: 'EQ', value: ['New'] }],
    ['status:New,"On Track"', { field: 'StatusName', op: 'IN', value: ['New', 'On Track'] }],
    ['status:!New', { field: 'StatusName', op: 'NE', value: ['New'] }],
    ['due:<TODAY+30', { field: 'DueDate', op: 'LT', value: ['TODAY+30'] }],
    ['due:2028-01-01..TODAY', { field: 'DueDate', op: 'BTW', value: ['2028-01-01', 'TODAY'] }],
    ['name:pilot', { field: 'Name', op: 'CONTAINS', value: ['pilot'] }],
    ['name:="Pilot one"', { field: 'Name', op: 'EQ', value: ['Pilot one'] }],
    ['has:cta', { field: 'CTA', op: 'IS_NOT_NULL' }],
    ['no:plan', { field: 'SP', op: 'IS_NULL' }],
    ['plan.status:Active', { field: 'SP.Status', op: 'INCLUDES', value: ['Active'] }],
    ['cta.closed:all', { field: 'CTA.Closed', op: 'EQ', value: ['all'] }],
    ['cta.owner:@me', { field: 'CTA.OwnerId', op: 'EQ', value: ['@me'] }],
    ['cta.owner:!Ben', { field: 'CTA.Owner', op: 'EXCLUDES', value: ['Ben'] }],
    ['has:plan.unresolved', { field: 'SP.Unresolved', op: 'IS_NOT_NULL' }],
    ['off(status:New)', { off: { field: 'StatusName', op: 'EQ', value: ['New'] } }],
    ['OFF(off(has:cta))', { off: { field: 'CTA', op: 'IS_NOT_NULL' } }],
    ['-has:due', { not: { field: 'DueDate', op: 'IS_NOT_NULL' } }],
    ['NOT has:due', { not: { field: 'DueDate', op: 'IS_NOT_NULL' } }],
    [
      'has:due AND no:cta OR no:plan',
      {
        or: [
          {
            and: [
              { field: 'DueDate', op: 'IS_NOT_NULL' },
              { field: 'CTA', op: 'IS_NULL' },
            ],
          },
          { field: 'SP', op: 'IS_NULL' },
        ],
      },
    ],
  ])('%s', (text, tree) => {
    expect(treeOf(text)).toEqual(tree)
  })

  test.each([
    'status:New,"On Track" due:<TODAY+30 (has:cta OR -has:plan)',
    'company:@me',
    '-(status:New OR has:cta) "pilot"',
    'ALL() ANY()',
    'plan.status:Active,Draft cta.closed:all -cta.owner:Ben cta.owner:@me has:plan',
    'status:New off(has:cta OR has:plan) -off(due:TODAY) off(off)'.replace('off(off)', 'off("off")'),
  ])('is printed as people would write it: %s', (text) => {
    expect(printQuery(treeOf(text), fields)).toBe(text)
  })

  test.each([
    ['status:New wat:1', 'wat', 'There is no field “wat”.'],
    ['due:soon', 'soon', 'does not go with DueDate'],
    ['has:cta due:~x', '~', 'CONTAINS does not go with DueDate'],
    ['(has:cta', '(', 'never closed'],
    ['off(has:cta', 'o', 'never closed'],
    ['off()', ')', 'A condition is missing'],
    ['off(wat:1)', 'wat', 'There is no field “wat”.'],
    ['has:cta)', ')', 'closes nothing'],
    ['name:"open', '"open', 'never closed'],
    ['status:', ':', 'A value is missing'],
    ['status:New,', ':New,', 'A value is missing'],
    ['has:cta OR', '', 'A condition is missing'],
    ['has:', '', 'The name of a field is missing'],
    [`${'('.repeat(60)}has:cta`, '(', 'nested too deep'],
  ])('%s says what is wrong, and where', (text, at, sentence) => {
    expect(faultOf(text)).toEqual({ at, sentence: expect.stringContaining(sentence) })
  })
})

describe('what somebody is in the middle of', () => {
  test.each([
    ['', { kind: 'start', from: 0 }],
    ['sta', { kind: 'field', from: 0 }],
    ['has:cta sta', { kind: 'field', from: 8 }],
    ['has:c', { kind: 'field', from: 4 }],
    ['status:', { kind: 'value', from: 7, field: 'StatusName', condition: 0 }],
    ['status:!N', { kind: 'value', from: 8, field: 'StatusName', condition: 0 }],
    ['has:cta status:New,"On T', { kind: 'value', from: 19, field: 'StatusName', condition: 8 }],
    ['(', { kind: 'start', from: 1 }],
    ['has:cta off(', { kind: 'start', from: 12 }],
    ['(status:New ', { kind: 'start', from: 12 }],
    ['status:New OR ', { kind: 'start', from: 14 }],
  ])('%s', (text, end) => {
    expect(endOfQuery(text, fields)).toEqual(end)
  })
})
