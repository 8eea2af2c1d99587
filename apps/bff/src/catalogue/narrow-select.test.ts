import { GainsightError } from '@goalkeeper/gainsight/error'
import { describe, expect, test } from 'vitest'
import { narrowSelect } from './narrow-select.ts'

/** A tenant that knows some fields, and says of another which it is, or only that something is wrong. */
function tenantWith(known: string[], style: 'names the field' | 'says nothing') {
  const calls: string[][] = []
  const read = async (select: string[]) => {
    calls.push(select)
    const unknown = select.find((name) => !known.includes(name))
    if (unknown === undefined) return select
    const message = style === 'names the field' ? `Invalid fields in select clause - ${unknown}` : 'Bad request'
    throw new GainsightError(message, { kind: 'refused', outcome: 'not-applied' })
  }
  return { read, calls }
}

const fields = { required: ['Gsid'], optional: ['Name', 'Arr', 'Csm__gr.Name', 'Csm'] }

describe('narrowSelect', () => {
  test('selects everything in one call where all of it is accepted', async () => {
    const { read, calls } = tenantWith(['Gsid', ...fields.optional], 'names the field')
    expect(await narrowSelect(fields, read)).toEqual({ result: ['Gsid', ...fields.optional], refused: [] })
    expect(calls).toHaveLength(1)
  })

  test.each(['names the field', 'says nothing'] as const)(
    'leaves out what is refused by a tenant that %s',
    async (style) => {
      const { read } = tenantWith(['Gsid', 'Name', 'Csm__gr.Name'], style)
      const { result, refused } = await narrowSelect(fields, read)
      expect(result).toEqual(['Gsid', 'Name', 'Csm__gr.Name'])
      expect(refused.toSorted()).toEqual(['Arr', 'Csm'])
    },
  )

  test('does not take a field for another whose name begins alike', async () => {
    const { read } = tenantWith(['Gsid', 'Name', 'Arr', 'Csm'], 'names the field')
    expect((await narrowSelect(fields, read)).refused).toEqual(['Csm__gr.Name'])
  })

  test('throws a refusal that no field is the reason for', async () => {
    const refusal = new GainsightError('No such object', { kind: 'refused', outcome: 'not-applied' })
    await expect(narrowSelect(fields, () => Promise.reject(refusal))).rejects.toBe(refusal)
  })

  test('throws what is no refusal at once', async () => {
    let calls = 0
    const silence = new GainsightError('No answer', { kind: 'timeout', outcome: 'retry' })
    const read = () => {
      calls += 1
      return Promise.reject(silence)
    }
    await expect(narrowSelect(fields, read)).rejects.toBe(silence)
    expect(calls).toBe(1)
  })
})
