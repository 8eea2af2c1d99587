import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterArbitrary, keptFilterArbitrary } from './arbitrary.ts'
import { countSwitchedOff, switched, switchedOn } from './switched-off.ts'
import { filterTreeSchema, keptFilterSchema, maxLevels, type KeptFilter } from './tree.ts'

const isNew = { field: 'StatusName', op: 'EQ', value: ['New'] } as const satisfies KeptFilter
const isDue = { field: 'DueDate', op: 'IS_NULL' } as const satisfies KeptFilter
const off = (part: KeptFilter): KeptFilter => ({ off: part })

describe('a filter of which parts are switched off', () => {
  it.each<[string, KeptFilter | null, KeptFilter | null]>([
    ['nothing', null, null],
    ['one condition', off(isNew), null],
    ['one of two', { and: [off(isNew), isDue] }, { and: [isDue] }],
    ['all of a group', { and: [isNew, { or: [off(isNew), off(isDue)] }] }, { and: [isNew] }],
    ['what is denied', { or: [isDue, { not: off(isNew) }] }, { or: [isDue] }],
    ['a group', { and: [isDue, off({ or: [isNew, off(isDue)] })] }, { and: [isDue] }],
    ['nothing of an empty group', { and: [isDue, { or: [] }] }, { and: [isDue, { or: [] }] }],
  ])('is asked without them: %s', (_, kept, expected) => {
    expect(switchedOn(kept)).toEqual(expected)
  })

  it('is what it was where nothing is switched off, and always one that can be asked', () => {
    fc.assert(
      fc.property(filterArbitrary, keptFilterArbitrary, (tree, kept) => {
        expect(switchedOn(tree)).toEqual(tree)
        expect(countSwitchedOff(tree)).toBe(0)
        expect(JSON.stringify(switchedOn(kept))).not.toContain('"off"')
        if (countSwitchedOff(kept) > 0) expect(switchedOn(kept)).not.toEqual(kept)
      }),
    )
  })

  it('is switched off and on again part by part', () => {
    expect(switched(isNew)).toEqual({ off: isNew })
    expect(switched(switched(isNew))).toEqual(isNew)
    expect(countSwitchedOff({ and: [off(isNew), { not: off({ or: [off(isNew), isDue] }) }] })).toBe(2)
  })
})

describe('the shape of a filter that is kept', () => {
  it('is no shape of one that is asked', () => {
    expect(keptFilterSchema.parse({ and: [off(isNew), isDue] })).toEqual({ and: [off(isNew), isDue] })
    expect(filterTreeSchema.safeParse({ and: [off(isNew), isDue] }).success).toBe(false)
  })

  it('counts no level for what is switched off, and takes nothing that is so twice', () => {
    const nested = (levels: number): KeptFilter => (levels === 0 ? off(isNew) : off({ and: [nested(levels - 1)] }))
    expect(keptFilterSchema.safeParse(nested(maxLevels)).success).toBe(true)
    expect(keptFilterSchema.safeParse(nested(maxLevels + 1)).success).toBe(false)
    expect(keptFilterSchema.safeParse(off(off(isNew))).error?.issues[0]?.message).toContain('switched off already')
    let deep: unknown = isNew
    for (let level = 0; level < 100_000; level += 1) deep = { off: deep }
    expect(keptFilterSchema.safeParse(deep).success).toBe(false)
  })
})
