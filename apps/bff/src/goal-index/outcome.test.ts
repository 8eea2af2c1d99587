import type { GoalChange } from '@goalkeeper/contract/goals'
import type { Write } from '@goalkeeper/contract/writes'
import { describe, expect, it } from 'vitest'
import type { FieldTypes, GoalRecord } from './goal-record.ts'
import { columnsOf, type GoalRow } from './goal-row.ts'
import { type OnItsWay, outcomeOf } from './outcome.ts'
import { fetchedSighting, type Occasion, selectionOf } from './sighting.ts'

const nothing = { status_name: null, status_meaning: null, company_name: null, company: {}, relationship_name: null }
const noLinks = { linked: {}, linked_terms: [] }
const names = { ...nothing, opportunity_name: null, created_by_name: 'Ana', modified_by_name: 'Mira' }
const resolve = () => ({ ...names, ...noLinks })
const goal = (fields: GoalRecord['fields']): GoalRecord => ({
  gsid: 'G1',
  fields: { Gsid: 'G1', ...fields },
  CTA: [],
  SP: [],
})
const rowOf = (record: GoalRecord): GoalRow => ({ ...columnsOf(record), ...resolve(), hash: 'old' })
const occasion: Occasion = { askedAt: 500, areUnknownNew: true, wasAsked: () => true }
const selection = selectionOf(['Name', 'Products__gc', 'ModifiedDate'])

type Given = {
  before: GoalRecord | null
  after: GoalRecord
  types?: FieldTypes
  occasion?: Partial<Occasion>
  onTheirWay?: OnItsWay[]
}
function changesOf({
  before,
  after,
  types = new Map(),
  occasion: given,
  onTheirWay = [],
}: Given): Omit<GoalChange, 'id'>[] | undefined {
  const known = before && { hash: 'old', seenAt: 300, sweep: 1 }
  const means = { types, resolve, occasion: { ...occasion, ...given }, onTheirWay }
  return outcomeOf(fetchedSighting(after, selection), { row: before && rowOf(before), known }, means)?.changes
}

describe('outcomeOf', () => {
  it('says who made a difference when the tenant put its stamp on it, and between which two sightings', () => {
    const changes = changesOf({
      before: goal({ Name: 'A', ModifiedDate: 1 }),
      after: goal({ Name: 'B', ModifiedDate: 2 }),
    })
    expect(changes).toEqual([
      {
        gsid: 'G1',
        field: 'Name',
        before: 'A',
        after: 'B',
        by: 'Mira',
        source: 'sync',
        writeId: null,
        byId: null,
        screen: null,
        seenBefore: 300,
        seenAt: 500,
      },
    ])
  })

  it('names the write whose doing a difference is, settled or still on its way', () => {
    const write: Write = {
      id: 'W1',
      kind: 'update',
      state: 'sent',
      gsid: 'G1',
      name: null,
      actor: 'Ana',
      actorId: 'person:1',
      screen: 'list',
      askedAt: 0,
      sentAt: 0,
      settledAt: null,
      waitSeconds: null,
      detail: null,
      fields: null,
      candidates: [],
      request: null,
    }
    const before = goal({ Name: 'A', Products__gc: 'Core', ModifiedDate: 1 })
    const after = goal({ Name: 'B', Products__gc: 'Plus', ModifiedDate: 2 })
    const byAna = { by: 'Ana', source: 'write', writeId: 'W1', byId: 'person:1', screen: 'list' }
    expect(changesOf({ before, after, occasion: { write } })).toMatchObject([byAna, byAna])
    const merge = () => goal({ Name: 'B', Products__gc: 'Core', ModifiedDate: 1 })
    expect(changesOf({ before, after, onTheirWay: [{ write, merge }] })).toMatchObject([
      { field: 'Products__gc', by: 'Mira', source: 'sync', writeId: null },
      { field: 'Name', ...byAna },
    ])
  })

  it('does not say who, when there is no new stamp', () => {
    const changes = changesOf({
      before: goal({ Name: 'A', ModifiedDate: 1 }),
      after: goal({ Name: 'B', ModifiedDate: 1 }),
    })
    expect(changes).toMatchObject([{ by: null }])
  })

  it('takes the later one of when the goal was seen and when the whole index agreed', () => {
    const [before, after] = [goal({ Name: 'A' }), goal({ Name: 'B' })]
    expect(changesOf({ before, after, occasion: { agreedAt: 400 } })).toMatchObject([{ seenBefore: 400 }])
    expect(changesOf({ before, after, occasion: { agreedAt: 200 } })).toMatchObject([{ seenBefore: 300 }])
  })

  it('tells a goal that came into being from one that is only seen for the first time', () => {
    expect(changesOf({ before: null, after: goal({ Name: 'A' }) })).toMatchObject([
      { field: 'Gsid', before: null, after: 'G1', by: 'Ana' },
    ])
    expect(changesOf({ before: null, after: goal({ Name: 'A' }), occasion: { areUnknownNew: false } })).toEqual([])
  })

  it('does not take the same value for another one once its type is known', () => {
    const types: FieldTypes = new Map([['Products__gc', { type: 'multipicklist', options: [] }]])
    const [before, after] = [goal({ Products__gc: 'Core;Plus' }), goal({ Products__gc: ['Core', 'Plus'] })]
    expect(changesOf({ before, after, types })).toEqual([])
    expect(changesOf({ before, after })).toHaveLength(1)
  })
})
