import { conditionSchema, whereSchema } from '@goalkeeper/gainsight/where'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterArbitrary, goalsArbitrary } from './arbitrary.ts'
import { passes } from './evaluate.ts'
import { goldenFields, goldenToday } from './golden-goals.ts'
import { linkedField } from './linked-fields.ts'
import { operators, type Condition, type FilterTree, type FilterValue, type Operator } from './tree.ts'
import type { WhereCapabilities } from './where-capabilities.ts'
import type { GoalWhere } from './where-print.ts'
import { compileWhere } from './where.ts'

const notOfTenant = new Set([
  'StatusName',
  'StatusMeaning',
  'Open',
  'Overdue',
  'DueBucket',
  'CTA',
  'SP',
  'CTACount',
  'SPCount',
])
const fields = [...goldenFields, { name: 'StatusId', label: 'Status id', type: 'gsid' as const }]
const context = { fields, today: goldenToday }

const statuses = { New: 'S1', 'On Track': 'S2', 'At Risk': 'S3', 'On Hold': 'S4', Achieved: 'S5', Dropped: 'S6' }
const meanings = { S1: 'planned', S2: 'on track', S3: 'at risk', S5: 'achieved', S6: 'dropped' }

const full: WhereCapabilities = {
  operators: new Set(operators),
  grammar: 'full',
  fields: new Set(
    fields
      .map(({ name }) => name)
      .filter((name) => !notOfTenant.has(name) && !name.startsWith('CompanyId__gr') && !linkedField(name)),
  ),
  instants: 'iso',
  names: new Map([
    ['StatusName', { idField: 'StatusId', records: Object.entries(statuses).map(([name, id]) => ({ id, name })) }],
    ['StatusMeaning', { idField: 'StatusId', records: Object.entries(meanings).map(([id, name]) => ({ id, name })) }],
  ]),
}
const oneConnective: WhereCapabilities = { ...full, grammar: 'single-connective' }
/** All that the documentation of the goal fetch shows. */
const documented: WhereCapabilities = { ...full, operators: new Set<Operator>(['EQ']), grammar: 'and', instants: null }

const on = (field: string, op: Operator, ...value: FilterValue[]): Condition => ({ field, op, value })

/** A `where` in a line: `StatusId EQ S1 | DueDate LT 2028-02-28 | A AND B`. */
function lineOf(where: GoalWhere | null): string | null {
  if (!where) return null
  const conditions = where.conditions.map(({ fieldName, operator, value }) =>
    [fieldName, operator, ...(value ?? [])].join(' '),
  )
  return [...conditions, where.expression].join(' | ')
}

const compiled = (tree: FilterTree, capabilities: WhereCapabilities) => {
  const result = compileWhere(tree, context, capabilities)
  return { line: lineOf(result.where), left: result.complete ? [] : result.left }
}

describe('what the tenant can be asked', () => {
  it.each<[string, FilterTree, string | null]>([
    ['a condition', on('Name', 'EQ', 'CGnew'), 'Name EQ CGnew | A'],
    ['everything', { and: [] }, null],
    ['nothing', { or: [] }, 'Gsid IS_NULL | A'],
    ['a day seen from today', on('DueDate', 'LT', 'TODAY+30'), 'DueDate LT 2028-03-29 | A'],
    ['emptiness', on('DueDate', 'IS_NULL'), 'DueDate IS_NULL | A'],
    ['several values as IN', on('CompanyId', 'EQ', 'A', 'B'), 'CompanyId IN A B | A'],
    ['none of several values', on('Name', 'NE', 'a', 'b'), 'Name NE a | Name NE b | A AND B'],
    [
      'an OR on one field as IN',
      { or: [on('CompanyId', 'EQ', 'A'), on('CompanyId', 'IN', 'B', 'A')] },
      'CompanyId IN A B | A',
    ],
    ['any of several words', on('Name', 'CONTAINS', 'a', 'b'), 'Name CONTAINS a | Name CONTAINS b | A OR B'],
    ['a number written as text', on('Target_Value__gc', 'GT', '12.50'), 'Target_Value__gc GT 12.5 | A'],
    ['a status by its name', on('StatusName', 'EQ', 'on track'), 'StatusId EQ S2 | A'],
    ['statuses by a part of their names', on('StatusName', 'CONTAINS', 'on '), 'StatusId IN S2 S4 | A'],
    ['a status that is not', on('StatusName', 'NE', 'New'), 'StatusId NE S1 | A'],
    ['a status that nobody has', on('StatusName', 'EQ', 'Gone'), 'Gsid IS_NULL | A'],
    ['all but a status that nobody has', on('StatusName', 'NE', 'Gone'), null],
    ['open', on('Open', 'EQ', true), 'StatusId IN S1 S2 S3 | A'],
    ['overdue', on('Overdue', 'EQ', true), 'StatusId IN S1 S2 S3 | DueDate LT 2028-02-28 | A AND B'],
    [
      'without a meaning',
      on('Open', 'IS_NULL'),
      'StatusId NE S1 | StatusId NE S2 | StatusId NE S3 | StatusId NE S5 | StatusId NE S6 | A AND B AND C AND D AND E',
    ],
    [
      'a day of an instant',
      on('CreatedDate', 'EQ', 'TODAY'),
      'CreatedDate GTE 2028-02-28T00:00:00.000Z | CreatedDate LT 2028-02-29T00:00:00.000Z | A AND B',
    ],
    [
      'none of',
      { not: { or: [on('Name', 'EQ', 'a'), on('DueDate', 'IS_NULL')] } },
      'Name NE a | DueDate IS_NOT_NULL | A AND B',
    ],
    [
      'not before, the empty too',
      { not: on('DueDate', 'LT', 'TODAY') },
      'DueDate GTE 2028-02-28 | DueDate IS_NULL | A OR B',
    ],
    [
      'an OR within an AND',
      { and: [on('Name', 'EQ', 'a'), { or: [on('DueDate', 'IS_NULL'), on('CompanyId', 'EQ', 'B')] }] },
      'Name EQ a | CompanyId EQ B | DueDate IS_NULL | A AND (B OR C)',
    ],
  ])('%s', (_, tree, line) => {
    expect(compiled(tree, full)).toEqual({ line, left: [] })
  })

  it('writes instants as the tenant reads them', () => {
    const tree = on('CreatedDate', 'GT', '2028-02-28T01:00:00+01:00')
    expect(compiled(tree, { ...full, instants: 'epoch' }).line).toBe(`CreatedDate GTE ${Date.UTC(2028, 1, 28) + 1} | A`)
  })
})

describe('what has to stay', () => {
  it.each<[string, WhereCapabilities, FilterTree, string | null, string]>([
    [
      'a field that the tenant does not filter by',
      full,
      { and: [on('Name', 'EQ', 'a'), on('CompanyId__gr.Arr', 'GT', 1000)] },
      'Name EQ a | A',
      'ARR is more than 1,000: the tenant cannot filter by ARR.',
    ],
    ['links', full, on('CTA', 'IS_NULL'), null, 'no CTAs: the tenant cannot filter by CTAs.'],
    [
      'the words of HTML',
      full,
      on('Description', 'CONTAINS', 'kick'),
      null,
      'Description contains “kick”: it is about the words, and the tenant looks at the HTML.',
    ],
    [
      'the opposite of a beginning',
      full,
      { not: on('Name', 'STARTS_WITH', 'a') },
      null,
      'not (Name starts with “a”): the tenant has no operator for the opposite.',
    ],
    [
      'OR beside AND',
      oneConnective,
      { and: [on('Name', 'EQ', 'a'), { or: [on('DueDate', 'IS_NULL'), on('CompanyId', 'EQ', 'B')] }] },
      'Name EQ a | A',
      'Due date is empty or Company id is B: it needs OR, which the tenant does not take together with AND.',
    ],
    [
      'a second OR',
      oneConnective,
      { and: [on('Name', 'CONTAINS', 'a', 'b'), on('Name', 'CONTAINS', 'c', 'd')] },
      'Name CONTAINS a | Name CONTAINS b | A OR B',
      'Name contains “c” or “d”: it needs OR, which the tenant does not take together with AND.',
    ],
    [
      'OR where only AND is known',
      documented,
      { or: [on('Name', 'EQ', 'a'), on('CompanyId', 'EQ', 'B')] },
      null,
      'Name is “a” or Company id is B: it needs OR, which the tenant does not take.',
    ],
    [
      'operators that are not known',
      documented,
      { and: [on('Name', 'EQ', 'a'), on('DueDate', 'LT', 'TODAY')] },
      'Name EQ a | A',
      'Due date is before today: the tenant does not know LT.',
    ],
    [
      'instants whose form is not known',
      documented,
      on('CreatedDate', 'GTE', 'TODAY'),
      null,
      'Created is on or after today: how the tenant reads instants is not known.',
    ],
    [
      'an OR of which one part cannot be said',
      full,
      { or: [on('Name', 'EQ', 'a'), on('SP', 'IS_NULL')] },
      null,
      'Name is “a” or no Success plans: the tenant cannot filter by Success plans.',
    ],
  ])('%s', (_, capabilities, tree, line, sentence) => {
    expect(compiled(tree, capabilities)).toEqual({ line, left: [sentence] })
  })

  it('is what goes beyond a hundred conditions', () => {
    const names = Array.from({ length: 60 }, (_, index) => `n${index}`)
    const { line, left } = compiled(
      { and: [on('Name', 'NE', ...names), on('Outcome_Metric__gc', 'NE', ...names)] },
      full,
    )
    expect(line?.split(' | ')).toHaveLength(61)
    expect(left).toEqual([expect.stringContaining('more than 100 conditions')])
  })
})

describe('in terms that the tenant knows', () => {
  const without = (...missing: Operator[]) => ({
    ...full,
    operators: new Set(operators.filter((op) => !missing.includes(op))),
  })

  it('IN becomes OR, and BTW two comparisons', () => {
    expect(compiled(on('CompanyId', 'IN', 'A', 'B'), without('IN')).line).toBe(
      'CompanyId EQ A | CompanyId EQ B | A OR B',
    )
    expect(compiled(on('DueDate', 'BTW', 'TODAY', 'TODAY+1'), without('BTW')).line).toBe(
      'DueDate GTE 2028-02-28 | DueDate LTE 2028-02-29 | A AND B',
    )
  })
})

const capabilitiesArbitrary: fc.Arbitrary<WhereCapabilities> = fc.record({
  operators: fc.subarray([...operators]).map((known) => new Set<Operator>(['EQ', ...known])),
  grammar: fc.constantFrom('and', 'single-connective', 'full'),
  fields: fc.subarray([...full.fields], { minLength: 5 }).map((known) => new Set(known)),
  instants: fc.constantFrom('epoch', 'iso', null),
  names: fc.constant(new Map()),
})

describe('a compiled where', () => {
  it('selects the goals that the filter does, and more only when it says so', () => {
    let complete = 0
    fc.assert(
      fc.property(filterArbitrary, goalsArbitrary, capabilitiesArbitrary, (tree, goals, capabilities) => {
        const result = compileWhere(tree, context, capabilities)
        const asked = result.where ? treeOf(result.where) : { and: [] }
        complete += Number(result.complete && result.where !== null)
        for (const goal of goals) {
          const isAsked = passes(asked, goal, context)
          const isWanted = passes(tree, goal, context)
          expect(isAsked).toBe(result.complete ? isWanted : isAsked || isWanted)
        }
      }),
      { numRuns: 2000 },
    )
    expect(complete).toBeGreaterThan(100)
    // Where others use the machine too.
  }, 60_000)

  it('keeps to the grammar, the operators and the fields, and to the schema of the fetch', () => {
    fc.assert(
      fc.property(filterArbitrary, capabilitiesArbitrary, (tree, capabilities) => {
        const { where } = compileWhere(tree, context, capabilities)
        if (!where) return
        expect(whereSchema(conditionSchema).parse(where)).toEqual(where)
        for (const { fieldName, operator } of where.conditions) {
          expect(capabilities.fields).toContain(fieldName)
          expect(capabilities.operators).toContain(operator)
        }
        const words = new Set(where.expression.match(/AND|OR|[()]/g))
        if (capabilities.grammar === 'and') expect([...words].filter((word) => word !== 'AND')).toEqual([])
        if (capabilities.grammar === 'single-connective') expect(words.size).toBeLessThan(2)
      }),
      { numRuns: 1000 },
    )
  })
})

/** Reads a `where` back: AND and OR never meet without parentheses. */
function treeOf({ conditions, expression }: GoalWhere): FilterTree {
  const byAlias = new Map(
    conditions.map(({ alias, fieldName, operator, value }) => [
      alias,
      { field: fieldName, op: operator, value: value as FilterValue[] },
    ]),
  )
  const tokens = expression.match(/\w+|[()]/g) ?? []
  function group(): FilterTree {
    const members = [member()]
    const word = tokens[0]
    while (tokens[0] === 'AND' || tokens[0] === 'OR') {
      expect(tokens.shift()).toBe(word)
      members.push(member())
    }
    return word === 'OR' ? { or: members } : { and: members }
  }
  function member(): FilterTree {
    const token = tokens.shift() ?? ''
    if (token !== '(') return byAlias.get(token) ?? expect.unreachable(`alias ${token}`)
    const inner = group()
    expect(tokens.shift()).toBe(')')
    return inner
  }
  return group()
}
