import type { FieldValue } from '@goalkeeper/contract/goals'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formerValues, idsOf } from './former-values.ts'

type State = { fields: Record<string, FieldValue>; CTA: string[]; SP: string[] }

const linkIds = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
const state: fc.Arbitrary<State> = fc.record({
  fields: fc.record({
    Name: fc.constantFrom('x', 'y', null),
    DueDate: fc.constantFrom('2031-01-01', '2032-02-02', null),
  }),
  CTA: linkIds,
  SP: linkIds,
})

/** The differences between states that follow each other, newest first, each with the place of the state that it led to. */
function changesOf(states: State[]) {
  const changes = states.slice(1).flatMap((now, index) => {
    const before = states[index]
    const fields = ['Name', 'DueDate'].map((field) => ({
      field,
      before: before?.fields[field] ?? null,
      after: now.fields[field] ?? null,
    }))
    const links = (['CTA', 'SP'] as const).map((field) => ({ field, before: before?.[field] ?? [], after: now[field] }))
    return [...fields, ...links].map((change) => ({ ...change, place: index + 1 }))
  })
  return changes.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after)).toReversed()
}

test('all changes after a moment, put back on what came of them, give the goal of that moment', () => {
  fc.assert(
    fc.property(fc.array(state, { minLength: 1, maxLength: 8 }), fc.nat(7), (states, place) => {
      const moment = Math.min(place, states.length - 1)
      const { fields, links } = formerValues(changesOf(states).filter((change) => change.place > moment))
      const last = states.at(-1)
      const back = (kind: 'CTA' | 'SP') => {
        const { link, unlink } = links[kind]
        return [...(last?.[kind] ?? []).filter((id) => !unlink.includes(id)), ...link].toSorted()
      }
      // A link that came and went, or went and came, is named although it is as it was.
      const unique = (ids: string[]) => [...new Set(ids)]
      expect({ ...last?.fields, ...Object.fromEntries(fields) }).toEqual(states[moment]?.fields)
      expect(unique(back('CTA'))).toEqual(states[moment]?.CTA.toSorted())
      expect(unique(back('SP'))).toEqual(states[moment]?.SP.toSorted())
    }),
  )
})

test('one change is put back without what other changes did to the same links', () => {
  const { links } = formerValues([{ field: 'CTA', before: ['a', 'b'], after: ['b', 'c'] }])
  expect(links.CTA).toEqual({ link: ['a'], unlink: ['c'] })
  expect(idsOf(null)).toEqual([])
})
