import type { ActivityEntry } from '@goalkeeper/contract/activity'

/** An entry for tests: a change through Goalkeeper, but for what is given. */
export const entry = (part: Partial<ActivityEntry>): ActivityEntry => ({
  id: '1',
  kind: 'change',
  at: 0,
  notBefore: null,
  actor: 'Ana Reyes',
  actorId: null,
  through: 'goalkeeper',
  screen: null,
  gsid: '1CG0',
  goalName: 'Adopt it',
  field: 'Name',
  before: null,
  after: null,
  words: null,
  ...part,
})
