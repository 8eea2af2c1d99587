import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { knownItemsOf, readField, readText, rowsSchema } from './rows.ts'

describe('a list of rows', () => {
  test('comes as an array, as {records} or as null', () => {
    const rows = [{ Gsid: '1' }, { name: 'two' }]
    expect(rowsSchema.parse(rows)).toEqual(rows)
    expect(rowsSchema.parse({ records: rows, total: 2 })).toEqual(rows)
    expect(rowsSchema.parse({ records: null })).toEqual([])
    expect(rowsSchema.parse(null)).toEqual([])
  })

  test('is not guessed from anything else: an error body must not look like an empty list', () => {
    for (const other of [{}, { count: 0 }, 'none', undefined, [1]])
      expect(rowsSchema.safeParse(other).success).toBe(false)
  })
})

test('metadata keeps the items that are understood', () => {
  const items = knownItemsOf(z.looseObject({ gsid: z.string() }))
  expect(items.parse([{ gsid: 'a', extra: 1 }, { gsid: 7 }, null])).toEqual([{ gsid: 'a', extra: 1 }])
})

describe('readField', () => {
  test('finds a related field nested, as the create reply has it, and flat, as the lists have it', () => {
    expect(readField({ StatusId__gr: { Name: 'New' } }, 'StatusId__gr.Name')).toBe('New')
    expect(readField({ 'StatusId__gr.Name': 'New' }, 'StatusId__gr.Name')).toBe('New')
    expect(readField({ Company__gr: { 'Csm__gr.Name': 'Mira' } }, 'Company__gr.Csm__gr.Name')).toBe('Mira')
  })

  test('does not mind the case of a name, and prefers the exact one', () => {
    expect(readField({ 'csm__gr.email': 'a@b.c' }, 'Csm__gr.Email')).toBe('a@b.c')
    expect(readField({ name: 'wrong', Name: 'right' }, 'Name')).toBe('right')
  })

  test('is undefined where there is nothing, also for names that every object has', () => {
    for (const field of ['Name', 'toString', 'constructor', 'A__gr.Name', '__proto__.Name']) {
      expect(readField({ A__gr: 'text' }, field), field).toBeUndefined()
    }
  })

  test('any path reads alike nested and flat', () => {
    const part = fc.stringMatching(/^[A-Z][a-z]{0,8}$/)
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.jsonValue(), (parts, value) => {
        const nested = parts.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)
        const path = parts.join('.')
        expect(readField(nested as Record<string, unknown>, path)).toEqual(value)
        expect(readField({ [path]: value }, path)).toEqual(value)
      }),
    )
  })
})

test('readText takes text that is there, and nothing else', () => {
  expect(readText({ Name: 'A' }, 'name')).toBe('A')
  for (const value of ['', null, 7, undefined]) expect(readText({ Name: value }, 'Name')).toBeNull()
})
