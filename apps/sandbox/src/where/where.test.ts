import { expect, test } from 'vitest'
import { field, type Field, type Picklist, type Row } from '../tenant/field.ts'
import type { Dialect } from './dialect.ts'
import { compileWhere } from './where.ts'

const item = (gsid: string, name: string) => ({
  gsid,
  name,
  active: true,
  isDefault: false,
  color: '#000000',
  order: 0,
})
const drivers: Picklist = {
  gsid: 'drivers',
  name: 'Drivers',
  items: [item('I-COST', 'Cost'), item('I-GROWTH', 'Growth')],
}

const fields = [
  field('Name', 'Name', 'STRING'),
  field('Target', 'Target', 'NUMBER'),
  field('Committed', 'Committed', 'BOOLEAN'),
  field('Due', 'Due', 'DATE'),
  field('Seen', 'Seen', 'DATETIME'),
  field('CompanyId', 'Company', 'LOOKUP'),
  field('Driver', 'Driver', 'PICKLIST', { picklist: drivers }),
  field('Drivers', 'Drivers', 'MULTISELECTDROPDOWNLIST', { picklist: drivers }),
]

const noon = Date.UTC(2027, 2, 1, 12)
const row = (Gsid: string, rest: Partial<Row>): Row => ({ Gsid, Name: '', ...rest })
const rows = [
  row('full', {
    Name: 'Élan 100% "now"',
    Target: 10,
    Committed: true,
    Due: '2027-03-01',
    Seen: noon,
    CompanyId: 'C1',
    Driver: 'I-COST',
    Drivers: 'I-COST;I-GROWTH',
  }),
  row('other', {
    Name: 'zero',
    Target: 0,
    Committed: false,
    Due: '2027-03-02',
    Seen: noon + 86_400_000,
    CompanyId: 'C2',
    Driver: 'I-GROWTH',
    Drivers: 'I-GROWTH',
  }),
  row('empty', {}),
]

const dialect: Dialect = {
  fieldKey: 'fieldName',
  operators: 'all',
  expression: 'full',
  instants: 'any',
  now: noon,
  reader(name) {
    const found: Field | undefined = fields.find((candidate) => candidate.name === name)
    return found ? { field: found, read: (each) => each[found.name] ?? null } : null
  },
  refuse: (message) => new Error(message),
}

function select(condition: Record<string, unknown>, changed: Partial<Dialect> = {}): string[] {
  const where = compileWhere(
    { conditions: [{ alias: 'A', ...condition }], expression: 'A' },
    { ...dialect, ...changed },
  )
  return rows.filter(where.test).map(({ Gsid }) => Gsid)
}
const on = (fieldName: string, operator: string, ...value: unknown[]) => select({ fieldName, operator, value })

test.each<[string, string, unknown[], string[]]>([
  ['Name', 'EQ', ['élan 100% "NOW"'], ['full']],
  ['Name', 'EQ', ['élan'], []],
  ['Name', 'NE', ['zero'], ['full', 'empty']],
  ['Name', 'IN', ['ZERO', 'none'], ['other']],
  ['Name', 'CONTAINS', ['100%'], ['full']],
  ['Name', 'CONTAINS', ['elan'], []],
  ['Name', 'DOES_NOT_CONTAINS', ['an'], ['other', 'empty']],
  ['Name', 'STARTS_WITH', ['éL'], ['full']],
  ['Name', 'ENDS_WITH', ['"now"', 'ro'], ['full', 'other']],
  ['Name', 'IS_NULL', [], ['empty']],
  ['Name', 'IS_NOT_NULL', [], ['full', 'other']],
  ['Target', 'EQ', ['10'], ['full']],
  ['Target', 'LT', [10], ['other']],
  ['Target', 'LTE', [10], ['full', 'other']],
  ['Target', 'GT', [0], ['full']],
  ['Target', 'BTW', [0, 9.5], ['other']],
  ['Target', 'IS_NULL', [], ['empty']],
  ['Committed', 'EQ', [false], ['other']],
  ['Committed', 'NE', ['true'], ['other', 'empty']],
  ['Due', 'EQ', ['2027-03-01'], ['full']],
  ['Due', 'EQ', ['03-02-2027'], ['other']],
  ['Due', 'GT', ['2027-03-01'], ['other']],
  ['Due', 'LTE', ['2027-03-01'], ['full']],
  ['Due', 'BTW', ['2027-03-01', '2027-03-02'], ['full', 'other']],
  ['Due', 'GTE', [Date.UTC(2027, 2, 2)], ['other']],
  ['Seen', 'EQ', [noon], ['full']],
  ['Seen', 'EQ', ['2027-03-01'], ['full']],
  ['Seen', 'GT', ['2027-03-01'], ['other']],
  ['Seen', 'GTE', ['2027-03-01T12:00:00Z'], ['full', 'other']],
  ['Seen', 'GT', ['2027-03-01 12:00:00'], ['other']],
  ['Seen', 'LT', [`${noon + 1}`], ['full']],
  ['CompanyId', 'EQ', ['C1'], ['full']],
  ['CompanyId', 'EQ', ['c1'], []],
  ['CompanyId', 'NE', ['C1'], ['other', 'empty']],
  ['Driver', 'EQ', ['cost'], ['full']],
  ['Driver', 'EQ', ['I-COST'], ['full']],
  ['Driver', 'EQ', ['Compliance'], []],
  ['Driver', 'CONTAINS', ['row'], ['other']],
  ['Driver', 'NE', ['Cost'], ['other', 'empty']],
  ['Drivers', 'INCLUDES', ['Cost'], ['full']],
  ['Drivers', 'INCLUDES', ['Cost', 'I-GROWTH'], ['full', 'other']],
  ['Drivers', 'EXCLUDES', ['Cost'], ['other', 'empty']],
  ['Drivers', 'IS_NULL', [], ['empty']],
])('%s %s %j', (name, operator, value, expected) => {
  expect(on(name, operator, ...value)).toEqual(expected)
})

test.each([
  ['a field that is not there', { fieldName: 'Nmae', operator: 'EQ', value: ['x'] }],
  ['an operator that is not there', { fieldName: 'Name', operator: 'NOT_IN', value: ['x'] }],
  ['an operator that the type does not take', { fieldName: 'Target', operator: 'CONTAINS', value: ['1'] }],
  ['a value of another type', { fieldName: 'Target', operator: 'EQ', value: ['many'] }],
  ['a day that does not exist', { fieldName: 'Due', operator: 'EQ', value: ['2027-02-30'] }],
  ['no value', { fieldName: 'Name', operator: 'EQ', value: [] }],
  ['one value for BTW', { fieldName: 'Target', operator: 'BTW', value: [1] }],
  ['a value for IS_NULL', { fieldName: 'Name', operator: 'IS_NULL', value: ['x'] }],
  ['a literal on a text', { fieldName: 'Name', operator: 'EQ', literal: 'TODAY' }],
])('%s is refused by the name of the field', (_, condition) => {
  expect(() => select(condition)).toThrow(`Invalid fields or operator in where clause - ${condition.fieldName}`)
})

test('date literals are days as seen from now', () => {
  expect(select({ fieldName: 'Due', operator: 'EQ', literal: 'TODAY' })).toEqual(['full'])
  expect(select({ fieldName: 'Seen', operator: 'GTE', literal: 'TOMORROW' })).toEqual(['other'])
  expect(select({ fieldName: 'Due', operator: 'GT', literal: 'YESTERDAY' })).toEqual(['full', 'other'])
})

test('a tenant may know EQ only', () => {
  expect(select({ fieldName: 'Name', operator: 'EQ', value: ['zero'] }, { operators: 'eq' })).toEqual(['other'])
  expect(() => select({ fieldName: 'Name', operator: 'NE', value: ['zero'] }, { operators: 'eq' })).toThrow(
    'Invalid fields or operator',
  )
})

test('a tenant may take instants in one form only', () => {
  const epoch = { fieldName: 'Seen', operator: 'EQ', value: [noon] }
  const iso = { fieldName: 'Seen', operator: 'EQ', value: ['2027-03-01T12:00:00Z'] }
  expect(select(epoch, { instants: 'epoch' })).toEqual(['full'])
  expect(() => select(iso, { instants: 'epoch' })).toThrow('Seen')
  expect(select(iso, { instants: 'iso' })).toEqual(['full'])
  expect(() => select(epoch, { instants: 'iso' })).toThrow('Seen')
})

test('conditions and expression have to fit each other', () => {
  const condition = (alias: string) => ({ alias, fieldName: 'Name', operator: 'EQ', value: ['zero'] })
  const compile = (where: unknown) => () => compileWhere(where, dialect)
  expect(compile({ conditions: [condition('A')], expression: '' })).toThrow(
    'Please pass the expression for the respective conditions',
  )
  expect(compile({ conditions: [condition('A'), condition('B')], expression: 'A' })).toThrow(
    'Please pass the expression for the respective conditions',
  )
  expect(compile({ conditions: [condition('A')], expression: 'A AND B' })).toThrow('Please pass the correct conditions')
  expect(compile({ conditions: [condition('A'), condition('a')], expression: 'A' })).toThrow(
    'Please pass the correct conditions',
  )
  expect(compile({ conditions: 'A' })).toThrow('Please pass the correct conditions')
  expect(
    compile({ conditions: [{ alias: 'A', name: 'Name', operator: 'EQ', value: ['x'] }], expression: 'A' }),
  ).toThrow('Please pass the correct conditions')
})

test('no conditions let everything through', () => {
  for (const where of [undefined, null, {}, { conditions: [], expression: '' }]) {
    expect(rows.filter(compileWhere(where, dialect).test)).toHaveLength(rows.length)
  }
})

test('AND, OR, NOT and parentheses mean what they say', () => {
  const conditions = [
    { alias: 'A', fieldName: 'Name', operator: 'IS_NULL', value: [] },
    { alias: 'B', fieldName: 'Target', operator: 'EQ', value: [0] },
    { alias: 'C', fieldName: 'Committed', operator: 'EQ', value: [true] },
  ]
  const selected = (expression: string) =>
    rows.filter(compileWhere({ conditions, expression }, dialect).test).map(({ Gsid }) => Gsid)
  expect(selected('A OR B OR C')).toEqual(['full', 'other', 'empty'])
  expect(selected('A AND B AND C')).toEqual([])
  expect(selected('NOT A AND (B OR C)')).toEqual(['full', 'other'])
  expect(selected('A OR B AND C')).toEqual(['empty'])
})

test('ids that every match must hold are told, those that some may hold are not', () => {
  const conditions = [
    { alias: 'A', fieldName: 'CompanyId', operator: 'EQ', value: ['C1'] },
    { alias: 'B', fieldName: 'Name', operator: 'EQ', value: ['zero'] },
  ]
  expect(compileWhere({ conditions, expression: 'A AND B' }, dialect).demands.get('CompanyId')).toEqual(['C1'])
  expect(compileWhere({ conditions, expression: 'A OR B' }, dialect).demands.has('CompanyId')).toBe(false)
})
