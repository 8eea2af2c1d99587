import type { GoalChange } from '@goalkeeper/contract/goals'

/** A change as tests need it: what they do not care for is empty. */
export const changeOfTest = (part: Partial<GoalChange>): GoalChange => ({
  id: '1',
  gsid: '1CG0',
  field: 'Name',
  before: null,
  after: null,
  by: null,
  source: 'sync',
  writeId: null,
  byId: null,
  screen: null,
  seenBefore: null,
  seenAt: 0,
  ...part,
})
