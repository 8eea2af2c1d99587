import { describe, expect, it } from 'vitest'
import { linkedValues, type LinkedProperties } from './linked-fields.ts'

const record = (closed: boolean | null, status: string | null = null): LinkedProperties => ({
  status,
  closed,
  type: null,
  owner: null,
  ownerId: null,
  planId: null,
})
const closedOf = (...known: (boolean | null | 'unknown')[]) => {
  const gsids = known.map((_, place) => `CTA${place}`)
  const records = known.flatMap((closed, place) =>
    closed === 'unknown' ? [] : [[`CTA${place}`, record(closed)] as const],
  )
  return linkedValues('CTA', gsids, new Map(records))['CTA.Closed']
}

describe('what a goal holds of its linked records', () => {
  it('is every value once, the empty left out, and the Gsids of those that are not known', () => {
    const known = new Map([
      ['B', record(true, 'Won')],
      ['A', record(true, 'Lost')],
      ['C', record(true, 'Won')],
      ['D', record(true, '')],
    ])
    expect(linkedValues('CTA', ['A', 'B', 'C', 'D', 'E'], known)).toEqual({
      'CTA.Status': ['Lost', 'Won'],
      'CTA.Unresolved': ['E'],
    })
    expect(linkedValues('SP', [], known)).toEqual({})
  })

  it('says that all or none are closed only when every one is known', () => {
    expect(closedOf(true, true)).toBe('all')
    expect(closedOf(false)).toBe('none')
    expect(closedOf(true, false)).toBe('some')
    expect(closedOf(true, false, 'unknown')).toBe('some')
    expect(closedOf(true, 'unknown')).toBeUndefined()
    expect(closedOf(true, null)).toBeUndefined()
    expect(closedOf('unknown')).toBeUndefined()
    expect(closedOf()).toBeUndefined()
  })
})
