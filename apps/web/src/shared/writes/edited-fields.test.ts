import type { Status } from '@goalkeeper/contract/catalogue'
import { expect, test } from 'vitest'
import type { Edit, EditContent } from './edit-store.ts'
import { editTouching, withEdits } from './edited-fields.ts'

const status = (name: string, meaning: Status['meaning']): Status => ({
  id: `id of ${name}`,
  name,
  meaning,
  order: 1,
  color: null,
  active: true,
  source: 'tenant',
})
const statuses = [status('New', 'planned'), status('Done', 'achieved')]
const edit = (record: EditContent['record'], id = 'one'): Edit => ({
  id,
  gsid: '1CG0',
  content: { ...(record && { record }) },
  screen: 'list',
  phase: 'sending',
  problem: null,
})
const fields = {
  Name: 'Grow',
  StatusName: 'New',
  StatusMeaning: 'planned',
  Open: true,
  Overdue: true,
  DueDate: '2026-11-01',
}
const view = { statuses, today: '2026-11-23' }

test('without edits the fields are the same object', () => {
  expect(withEdits(fields, [], view)).toBe(fields)
})

test('a new status brings its meaning, and a closed goal is not overdue', () => {
  expect(withEdits(fields, [edit({ StatusName: 'Done' })], view)).toMatchObject({
    StatusName: 'Done',
    StatusId: 'id of Done',
    StatusMeaning: 'achieved',
    Open: false,
    Overdue: false,
  })
})

test('a due date moved into the future is not overdue any more', () => {
  expect(withEdits(fields, [edit({ DueDate: '2026-12-01' })], view)).toMatchObject({
    DueDate: '2026-12-01',
    Overdue: false,
  })
})

test('the newest edit of a field wins', () => {
  const edits = [edit({ Name: 'First' }), edit({ Name: 'Second' }, 'two')]
  expect(withEdits(fields, edits, view)['Name']).toBe('Second')
  expect(editTouching(edits, 'Name')?.id).toBe('two')
  expect(editTouching(edits, 'DueDate')).toBeUndefined()
})
