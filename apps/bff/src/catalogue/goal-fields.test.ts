import { describe, expect, test } from 'vitest'
import type { DescribedField } from './described-field.ts'
import { goalFields } from './goal-fields.ts'

const custom = (name: string, dataType: string, extra: Partial<DescribedField> = {}): DescribedField => ({
  name,
  label: name,
  dataType,
  options: [],
  updateable: true,
  required: false,
  lookup: null,
  decimalPlaces: null,
  maxLength: null,
  picklistCategory: null,
  ...extra,
})
const none: ReadonlySet<string> = new Set()
const nothing = {
  described: null,
  typed: [],
  seen: [],
  attributes: [],
  statuses: [],
  refused: none,
  withoutRecords: none,
}
const status = (id: string | null, name: string) => ({
  id,
  name,
  meaning: null,
  order: 0,
  color: null,
  active: true,
  source: 'tenant' as const,
})

describe('goalFields', () => {
  test('may be edited are the fields that the documentation lets be updated, and never the parent', () => {
    const editable = goalFields(nothing).filter((field) => field.editable)
    expect(editable.map(({ name }) => name).toSorted()).toEqual(['Description', 'DueDate', 'Name', 'StatusName'])
  })

  test("follows the tenant's word on which custom fields may be set", () => {
    const described = [custom('Open__gc', 'STRING'), custom('Locked__gc', 'STRING', { updateable: false })]
    const fields = goalFields({ ...nothing, described }).filter(({ group }) => group === 'custom')
    expect(fields.map(({ name, editable }) => [name, editable])).toEqual([
      ['Open__gc', true],
      ['Locked__gc', false],
    ])
  })

  test('knows a custom field as described, else as typed in, else as text', () => {
    const fields = goalFields({
      ...nothing,
      described: [custom('A__gc', 'NUMBER')],
      typed: [
        { name: 'A__gc', label: 'typed', dataType: 'DATE' },
        { name: 'B__gc', label: 'typed', dataType: 'DATE' },
      ],
      seen: ['A__gc', 'B__gc', 'Total_Value__gc'],
    }).filter(({ group }) => group === 'custom')
    expect(fields.map(({ name, label, type }) => [name, label, type])).toEqual([
      ['A__gc', 'A__gc', 'number'],
      ['B__gc', 'typed', 'date'],
      ['Total_Value__gc', 'Total Value', 'text'],
    ])
  })

  test('offers a status to be chosen only by a name', () => {
    const fields = goalFields({ ...nothing, statuses: [status('1I00A', 'New'), status('1I00B', '1I00B')] })
    const names = fields.find(({ name }) => name === 'StatusName')?.options.map(({ value }) => value)
    expect(names).toEqual(['New'])
  })

  test('leaves out what the fetch refuses to select', () => {
    const names = goalFields({ ...nothing, refused: new Set(['TemplateId']) }).map(({ name }) => name)
    expect(names).not.toContain('TemplateId')
    expect(names).toContain('GoalTypeId')
  })

  test('calls a lookup by the kind of record that it points to', () => {
    const described = [custom('Sponsor__gc', 'LOOKUP', { lookup: 'GsUser' })]
    const sponsor = goalFields({ ...nothing, described }).find(({ name }) => name === 'Sponsor__gc')
    expect(sponsor).toMatchObject({ type: 'gsid', lookup: 'user' })
  })

  test('every name is there once, and every field takes an operator', () => {
    const fields = goalFields(nothing)
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length)
    expect(fields.filter(({ operators }) => operators.length === 0)).toEqual([])
  })

  test('asks nothing of linked records where the tenant does not give them', () => {
    const aboutLinks = (withoutRecords: string[]) =>
      goalFields({ ...nothing, withoutRecords: new Set(withoutRecords) })
        .map(({ name }) => name)
        .filter((name) => /^(CTA|SP)\.(Status|Unresolved)$/.test(name))
    expect(aboutLinks([])).toEqual(['CTA.Status', 'CTA.Unresolved', 'SP.Status', 'SP.Unresolved'])
    expect(aboutLinks(['CTA'])).toEqual(['SP.Status', 'SP.Unresolved'])
  })
})
