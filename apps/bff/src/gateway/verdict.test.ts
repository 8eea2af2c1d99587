import { expect, test } from 'vitest'
import type { CreateGoalRequest } from '@goalkeeper/gainsight/goal-create'
import type { GoalVersion } from './goal-version.ts'
import { type Candidate, judgeCreate, judgeUpdate, type Wanted } from './verdict.ts'

const gsid = '1CG0GOAL'
const was: GoalVersion = { fields: { Name: 'Old', StatusId: 'S1', DueDate: '2027-01-01' }, CTA: ['C1'], SP: [] }
const before = { Name: 'Old', StatusId: 'S1', DueDate: '2027-01-01', 'CTA/C1': 'linked', 'CTA/C2': null }
const now = (fields: GoalVersion['fields'], CTA = was.CTA): GoalVersion => ({
  fields: { ...was.fields, ...fields },
  CTA,
  SP: [],
})
const judge = (
  wanted: Record<string, string | null | undefined>,
  current: GoalVersion | null,
  known: typeof before | null = before,
) => judgeUpdate(gsid, new Map(Object.entries(wanted)) satisfies Wanted, known, current)

test('an update whose traits are all as wanted was applied', () => {
  expect(judge({ Name: 'New', DueDate: null }, now({ Name: 'New', DueDate: null }))).toMatchObject({
    kind: 'applied',
    gsid,
    data: { record: { Gsid: gsid, Name: 'New' } },
  })
  expect(judge({ 'CTA/C1': null, 'CTA/C2': 'linked' }, now({}, ['C2']))).toMatchObject({ kind: 'applied' })
  // Wanted as it was: there is nothing to tell.
  expect(judge({ Name: 'Old' }, now({}))).toMatchObject({ kind: 'applied' })
})

test('an update whose traits are all as before was not applied, those that were to stay the same aside', () => {
  expect(judge({ Name: 'New', StatusId: 'S2' }, now({}))).toMatchObject({ kind: 'absent', finding: 'not-applied' })
  expect(judge({ Name: 'Old', StatusId: 'S2' }, now({}))).toMatchObject({ kind: 'absent', finding: 'not-applied' })
  expect(judge({ 'CTA/C2': 'linked' }, now({}))).toMatchObject({ kind: 'absent', finding: 'not-applied' })
})

test('anything else means that somebody changed the goal since', () => {
  const changed = { kind: 'absent', finding: 'changed-since' }
  expect(judge({ Name: 'New' }, now({ Name: 'Other' }))).toMatchObject(changed)
  expect(judge({ Name: 'New', StatusId: 'S2' }, now({ Name: 'New', StatusId: 'S3' }))).toMatchObject(changed)
  // One half as wanted, the other as before: applied, and then half taken back.
  expect(judge({ Name: 'New', StatusId: 'S2' }, now({ Name: 'New' }))).toMatchObject(changed)
  expect(judge({ Name: 'New', DueDate: null }, now({ DueDate: null }))).toMatchObject(changed)
  expect(judge({ Name: 'New' }, null)).toMatchObject(changed)
})

test('emptied is emptied, whether null or an empty text was sent', () => {
  for (const empty of [null, '']) {
    expect(judge({ DueDate: empty }, now({ DueDate: null }))).toMatchObject({ kind: 'applied' })
    expect(judge({ DueDate: empty }, now({ DueDate: '' }))).toMatchObject({ kind: 'applied' })
    expect(judge({ DueDate: empty }, now({}))).toMatchObject({ kind: 'absent', finding: 'not-applied' })
    expect(judge({ Name: 'New', DueDate: empty }, now({ DueDate: '' }))).toMatchObject({ finding: 'changed-since' })
  }
})

test('without knowing what was before, only what was written can be recognised', () => {
  expect(judge({ Name: 'New' }, now({ Name: 'New' }), null)).toMatchObject({ kind: 'applied' })
  expect(judge({ Name: 'New' }, now({}), null)).toMatchObject({ kind: 'absent', finding: 'changed-since' })
})

test('a status whose id nobody knows can be seen to be as before, and else only by a person', () => {
  expect(judge({ StatusId: undefined }, now({}))).toMatchObject({ kind: 'absent', finding: 'not-applied' })
  expect(judge({ StatusId: undefined }, now({ StatusId: 'S9' }))).toMatchObject({ kind: 'undecided', candidates: [] })
  expect(judge({ StatusId: undefined }, now({}), null)).toMatchObject({ kind: 'undecided' })
})

const body: CreateGoalRequest = {
  requests: [
    {
      record: { Name: 'New', StatusName: 'New', EntityType: 'COMPANY', CompanyId: '1P02', DueDate: '2027-01-01' },
      association: { CTA: ['C1'] },
    },
  ],
}
const candidate = (id: string, version: GoalVersion): Candidate => ({ gsid: id, version })
const mine = candidate('G1', { fields: { Name: 'New', DueDate: '2027-01-01' }, CTA: ['C1', 'C2'], SP: [] })

test('a create has become the only new goal that holds what was written', () => {
  expect(judgeCreate(body, [])).toMatchObject({ kind: 'absent', finding: 'not-applied' })
  expect(judgeCreate(body, [mine])).toMatchObject({ kind: 'applied', gsid: 'G1', data: { goal: { Gsid: 'G1' } } })
})

test('several new goals, or one that holds something else, are for a person to judge', () => {
  const late = candidate('G2', { fields: { Name: 'New', DueDate: '2027-02-02' }, CTA: ['C1'], SP: [] })
  const bare = candidate('G3', { fields: { Name: 'New', DueDate: '2027-01-01' }, CTA: [], SP: [] })
  expect(judgeCreate(body, [mine, late])).toMatchObject({ kind: 'undecided', candidates: ['G1', 'G2'] })
  expect(judgeCreate(body, [late])).toMatchObject({ kind: 'undecided', candidates: ['G2'] })
  expect(judgeCreate(body, [bare])).toMatchObject({ kind: 'undecided', candidates: ['G3'] })
})
