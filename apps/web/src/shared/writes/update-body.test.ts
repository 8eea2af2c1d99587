import type { ClearBy } from '@goalkeeper/contract/status'
import type { GoalEdit } from '@goalkeeper/gainsight/goal-update'
import { expect, test } from 'vitest'
import { assumedClearBy, stuckFields, updateBody } from './update-body.ts'

const emptied: GoalEdit = { Name: 'Grow', DueDate: null, Description: null, Region__gc: null, Score__gc: 0 }
const sent = (record: GoalEdit, clearBy: ClearBy) => updateBody('1CG0', { record }, clearBy).requests[0]?.record

test('an emptied field is sent as what empties it, and every other value as it is', () => {
  expect(sent(emptied, assumedClearBy)).toEqual({ Gsid: '1CG0', ...emptied })
  expect(sent(emptied, { DueDate: 'empty', Description: 'null', custom: 'empty' })).toEqual({
    Gsid: '1CG0',
    Name: 'Grow',
    DueDate: '',
    Description: null,
    Region__gc: '',
    Score__gc: 0,
  })
})

test('links go along, and an update of links alone has no fields', () => {
  expect(updateBody('1CG0', { link: { CTA: ['1S01'] }, unlink: { SP: [] } }, assumedClearBy)).toEqual({
    requests: [{ record: { Gsid: '1CG0' }, association: { CTA: ['1S01'] } }],
  })
})

test('what the tenant does not let be emptied is named, and only when it is emptied', () => {
  const clearBy: ClearBy = { DueDate: 'never', Description: 'null', custom: 'null' }
  expect(Object.keys(stuckFields({ record: emptied }, clearBy))).toEqual(['DueDate'])
  expect(stuckFields({ record: { DueDate: '2027-03-31', Description: null } }, clearBy)).toEqual({})
  expect(stuckFields({ link: { CTA: ['1S01'] } }, clearBy)).toEqual({})
})
