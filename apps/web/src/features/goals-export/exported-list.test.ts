import { goalExportSchema } from '@goalkeeper/contract/exports'
import { expect, test } from 'vitest'
import { exportOf, sizeOf, type ExportedList } from './exported-list.ts'

const filter = { field: 'StatusName', op: 'EQ' as const, value: ['New'] }
const gsids = ['1CG0ABCDEFGHIJKLMNOPQRSTUVWXYZ012345']
const list: ExportedList = {
  search: '',
  filter,
  group: { field: 'StatusName', direction: 'desc' },
  sort: [{ field: 'DueDate', direction: 'asc' }],
  today: '2031-01-31',
  shown: ['Name', 'CTA'],
  hasRichText: false,
  total: 1_284,
  selected: null,
}
const choice = { format: 'csv', of: 'list', columns: 'shown', asHtml: false } as const

test('what the list shows, or every column of it', () => {
  expect(exportOf(list, choice)).toMatchObject({
    goals: { filter },
    group: list.group,
    sort: list.sort,
    columns: ['Name', 'CTA'],
    richText: 'words',
  })
  expect(exportOf(list, { ...choice, columns: 'all', asHtml: true })).not.toHaveProperty('columns')
  expect(sizeOf(list, 'list')).toBe(1_284)
})

test.each([{ gsids }, { filter, search: 'north', today: '2031-01-31', except: gsids }])(
  'only what is selected: %j',
  (goals) => {
    const selected = { ...list, selected: { goals, size: 12 } }
    const asked = exportOf(selected, { ...choice, of: 'selection' })
    expect(goalExportSchema.safeParse(asked).error).toBeUndefined()
    expect(sizeOf(selected, 'selection')).toBe(12)
    expect(asked.goals).not.toHaveProperty('today')
  },
)
