import { describe, expect, it } from 'vitest'
import { checkFilter } from './check.ts'
import { passes } from './evaluate.ts'
import { goldenFields, goldenGoals, goldenToday } from './golden-goals.ts'
import { goldenCases } from './golden.ts'

describe('golden cases', () => {
  it.each(goldenCases)('$name', ({ tree, expect: expected }) => {
    expect(checkFilter(tree, goldenFields)).toEqual([])
    const context = { fields: goldenFields, today: goldenToday }
    expect(goldenGoals.filter((goal) => passes(tree, goal, context)).map(({ gsid }) => gsid)).toEqual(expected)
  })
})
