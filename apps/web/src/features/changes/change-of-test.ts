import type { ChangeRow, ChangeSet } from '@goalkeeper/contract/changes'

const noCounts: ChangeSet['counts'] = {
  goals: 0,
  unchanged: 0,
  willChange: 0,
  problems: 0,
  excluded: 0,
  queued: 0,
  sent: 0,
  confirmed: 0,
  failed: 0,
  unknown: 0,
  skipped: 0,
}

/** A change set for tests, a draft of no goals unless told otherwise. */
export function changeSet({
  counts,
  ...parts
}: Partial<Omit<ChangeSet, 'counts'>> & { counts?: Partial<ChangeSet['counts']> }): ChangeSet {
  return {
    id: 'b8a7a1a6-2b8e-4f0c-9c39-4dbb3f0f7a11',
    state: 'draft',
    title: 'Set status to “Retired”',
    origin: { kind: 'goals', id: null },
    deeds: [{ kind: 'set', field: 'StatusName', value: 'Retired' }],
    filter: null,
    reason: '',
    createdBy: 'Ana Reyes',
    createdAt: 0,
    startedBy: null,
    startedAt: null,
    startAt: null,
    endedAt: null,
    stopAfter: 5,
    pausedBecause: null,
    counts: { ...noCounts, ...counts },
    problems: [],
    cost: { writes: 0, checks: 0, seconds: 0, doneAt: 0 },
    undoneBy: null,
    undoUntil: null,
    ...parts,
  }
}

/** A goal of a change set for tests, of a draft unless told otherwise. */
export const changeRow = (parts: Partial<ChangeRow>): ChangeRow => ({
  row: 1,
  kind: 'update',
  gsid: '1CG0'.padEnd(36, '7'),
  name: 'Grow',
  companyName: 'Harborline Freight',
  differences: [{ field: 'StatusName', before: 'New', after: 'Retired' }],
  included: true,
  problem: null,
  remedy: null,
  choices: [],
  altered: {},
  notUndoable: null,
  state: null,
  reason: null,
  meanwhile: [],
  writeId: null,
  requestId: null,
  settledAt: null,
  ...parts,
})
