import fc from 'fast-check'
import { expect, test } from 'vitest'
import { etagOf, type GoalVersion, isEtag, movedSince, traitOf, traitsOf } from './goal-version.ts'

const goal: GoalVersion = {
  fields: { Name: 'Cut ticket volume', StatusId: '1I00NEW', DueDate: '2027-03-31', Description: null, Score__gc: 7 },
  CTA: ['1S01A', '1S01B'],
  SP: [],
}
const etag = etagOf(goal)

test('nothing moved on an equal goal, however it is written', () => {
  const same: GoalVersion = {
    fields: { Score__gc: 7, DueDate: '2027-03-31', StatusId: '1I00NEW', Name: 'Cut ticket volume', Other__gc: '' },
    CTA: ['1S01B', '1S01A'],
    SP: [],
  }
  expect(etagOf(same)).toBe(etag)
  expect(movedSince(etag, same, ['Name', 'Description', 'CTA/1S01A', 'SP/1S02X'])).toEqual([])
})

test('only what is touched and has moved counts: values, emptied and filled fields, single links', () => {
  const now: GoalVersion = {
    fields: { ...goal.fields, Name: 'Cut ticket volume by half', DueDate: null, Description: '<p>New</p>' },
    CTA: ['1S01B', '1S01C'],
    SP: [],
  }
  expect(movedSince(etag, now, ['StatusId', 'Score__gc', 'CTA/1S01B'])).toEqual([])
  expect(movedSince(etag, now, ['Name', 'StatusId', 'DueDate', 'Description'])).toEqual([
    'Name',
    'DueDate',
    'Description',
  ])
  expect(movedSince(etag, now, ['CTA/1S01A', 'CTA/1S01C', 'CTA/1S01B'])).toEqual(['CTA/1S01A', 'CTA/1S01C'])
})

test('an ETag of somebody else is told apart', () => {
  for (const foreign of ['', 'abc', '"abc"', 'W/"1a-2b"', '"not base64!"', '*']) {
    expect(movedSince(foreign, goal, ['Name'])).toBeNull()
    expect(isEtag(foreign)).toBe(false)
  }
  expect(movedSince(`W/${etag}`, goal, ['Name'])).toEqual([])
})

test('an ETag says exactly which fields differ between any two versions', () => {
  const version = fc.record({
    fields: fc.dictionary(
      fc.constantFrom('Name', 'StatusId', 'DueDate', 'A__gc', 'B__gc'),
      fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    ),
    CTA: fc.subarray(['1S01A', '1S01B', '1S01C']),
    SP: fc.subarray(['1S02A']),
  })
  fc.assert(
    fc.property(version, version, (before, now) => {
      const [old, fresh] = [traitsOf(before), traitsOf(now)]
      const all = new Set([...old.keys(), ...fresh.keys()])
      const differing = [...all].filter((name) => old.get(name) !== fresh.get(name))
      expect(movedSince(etagOf(before), now, all)).toEqual(differing)
    }),
  )
})

test('one trait by its name is as among all of them', () => {
  const traits = traitsOf(goal)
  for (const name of [...traits.keys(), 'Description', 'Other__gc', 'CTA/1S01X', 'SP/1S01A']) {
    expect(traitOf(goal, name)).toBe(traits.get(name) ?? null)
  }
})
