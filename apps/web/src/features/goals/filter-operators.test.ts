import { fieldTypes, operatorsOf } from '@goalkeeper/filter/field'
import { describe, expect, it } from 'vitest'
import { editorOf, keptOperator, offeredOperators, offeredWords, shownOperator, valuesFor } from './filter-operators.ts'

describe('the operators that people choose from', () => {
  it.each(fieldTypes)('go with their type, and differ in words: %s', (type) => {
    const offered = offeredOperators[type]
    for (const op of offered) expect(operatorsOf[type]).toContain(op)
    expect(new Set(offered.map((op) => offeredWords(type, op))).size).toBe(offered.length)
  })

  it.each(fieldTypes)('stand for every operator of their type that means the same: %s', (type) => {
    for (const op of operatorsOf[type]) {
      const shown = shownOperator(type, op)
      expect(operatorsOf[type]).toContain(shown)
      expect(shownOperator(type, shown)).toBe(shown)
    }
  })

  it('write one value as EQ and several as IN', () => {
    expect(keptOperator('IN', ['New'])).toBe('EQ')
    expect(keptOperator('IN', ['New', 'Old'])).toBe('IN')
    expect(keptOperator('NE', ['New'])).toBe('NE')
  })
})

describe('when the operator changes', () => {
  it('values stay where the editor stays', () => {
    expect(valuesFor('picklist', 'IN', 'NE', ['New', 'Old'])).toEqual(['New', 'Old'])
    expect(valuesFor('number', 'BTW', 'GTE', [1, 2])).toEqual([1])
    expect(valuesFor('date', 'LT', 'BTW', ['TODAY'])).toEqual(['TODAY'])
  })

  it('values go where they would be something else', () => {
    expect(valuesFor('picklist', 'IN', 'CONTAINS', ['New', 'Old'])).toEqual([])
    expect(valuesFor('date', 'LT', 'IS_NULL', ['TODAY'])).toEqual([])
    expect(editorOf('html', 'EQ')).toBe('text')
  })
})
