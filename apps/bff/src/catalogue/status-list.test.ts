import { describe, expect, test } from 'vitest'
import type { StatusMeaning } from '../connection/status-meanings.ts'
import { hasName, mergeStatuses } from './status-list.ts'
import type { FoundStatus } from './status-sources.ts'

const found = (id: string, name: string, extra: Partial<FoundStatus> = {}): FoundStatus => ({
  id,
  name,
  color: null,
  order: null,
  active: true,
  source: 'tenant',
  ...extra,
})
const meant = (name: string, extra: Partial<StatusMeaning> = {}): StatusMeaning => ({
  id: null,
  name,
  meaning: 'planned',
  order: 0,
  color: null,
  ...extra,
})

describe('mergeStatuses', () => {
  test('gives a status the meaning of its id, and of its name in any case where no id is given', () => {
    const statuses = mergeStatuses({
      known: [found('A', 'New'), found('B', 'Renamed since')],
      meanings: [meant('new', { meaning: 'planned' }), meant('On Track', { id: 'B', meaning: 'on track' })],
      seenIds: [],
    })
    expect(statuses.map(({ name, meaning }) => [name, meaning])).toEqual([
      ['New', 'planned'],
      ['Renamed since', 'on track'],
    ])
  })

  test('leaves a status without a meaning rather than guess one', () => {
    const [status] = mergeStatuses({ known: [found('A', 'At Risk')], meanings: [], seenIds: [] })
    expect(status?.meaning).toBeNull()
  })

  test('keeps what an admin typed in that the tenant does not list', () => {
    const [status] = mergeStatuses({ known: [], meanings: [meant('Parked', { color: '#112233' })], seenIds: [] })
    expect(status).toEqual({
      id: null,
      name: 'Parked',
      meaning: 'planned',
      order: 0,
      color: '#112233',
      active: true,
      source: 'typed',
    })
  })

  test('shows an id that nobody can name as itself, so that a meaning can be given to it', () => {
    const statuses = mergeStatuses({ known: [found('A', 'New')], meanings: [], seenIds: ['A', 'B'] })
    expect(statuses.map(({ id, name, source }) => ({ id, name, source }))).toEqual([
      { id: 'A', name: 'New', source: 'tenant' },
      { id: 'B', name: 'B', source: 'seen' },
    ])
    expect(statuses.map(hasName)).toEqual([true, false])
  })

  test('an admin can give such an id its name', () => {
    const statuses = mergeStatuses({ known: [], meanings: [meant('Parked', { id: 'B' })], seenIds: ['B'] })
    expect(statuses).toHaveLength(1)
    expect(statuses[0]).toMatchObject({ id: 'B', name: 'Parked', source: 'typed' })
  })

  test("orders by the admin's word, and by the tenant's where there is none", () => {
    const statuses = mergeStatuses({
      known: [
        found('A', 'New', { order: 1 }),
        found('B', 'On Track', { order: 2 }),
        found('C', 'Dropped', { order: 3 }),
      ],
      meanings: [meant('Dropped', { order: 0 })],
      seenIds: [],
    })
    expect(statuses.map(({ name }) => name)).toEqual(['Dropped', 'New', 'On Track'])
  })
})
