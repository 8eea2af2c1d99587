import type { Status } from '@goalkeeper/contract/catalogue'
import type { Write } from '@goalkeeper/contract/writes'
import { describe, expect, it } from 'vitest'
import type { GoalRecord } from './goal-record.ts'
import { writtenSighting } from './write-through.ts'

const status = (id: string, name: string): Status => ({
  id,
  name,
  meaning: null,
  order: 0,
  color: null,
  active: true,
  source: 'tenant',
})
const known = { fields: [], statuses: [status('S1', 'New'), status('S2', 'On Track')] }
const write: Write = {
  id: '00000000-0000-4000-8000-000000000000',
  kind: 'update',
  state: 'confirmed',
  gsid: 'G1',
  name: null,
  actor: 'Ana',
  actorId: 'person:1',
  screen: 'panel',
  askedAt: 0,
  sentAt: 0,
  settledAt: 0,
  waitSeconds: null,
  detail: null,
  fields: null,
  candidates: [],
  request: null,
}
const before: GoalRecord = {
  gsid: 'G1',
  fields: { Gsid: 'G1', Name: 'Old', DueDate: '2027-01-01', StatusId: 'S1', Region__gc: 'EMEA' },
  CTA: ['C1', 'C2'],
  SP: ['P1'],
}

const updated = (request: object, data: unknown) =>
  writtenSighting({ write, kind: 'update', request: { requests: [request] }, data, gsid: 'G1' }, known)?.merge(before)

describe('writtenSighting', () => {
  it('lays what was sent over what was known, and what the tenant answered over both', () => {
    const reply = { record: { Gsid: 'G1', Name: 'New, as stored', StatusId: 'S2', ModifiedDate: 1675167677167 } }
    expect(updated({ record: { Gsid: 'G1', Name: 'New', StatusName: 'On Track' } }, reply)).toEqual({
      ...before,
      fields: { ...before.fields, Name: 'New, as stored', StatusId: 'S2', ModifiedDate: 1675167677167 },
    })
  })

  it('knows the id of a status that the reply leaves out', () => {
    const after = updated({ record: { Gsid: 'G1', StatusName: 'On Track' } }, null)
    expect(after?.fields).toMatchObject({ StatusId: 'S2' })
    expect(after?.fields).not.toHaveProperty('StatusName')
  })

  it('empties what was cleared', () => {
    expect(updated({ record: { Gsid: 'G1', DueDate: null, Region__gc: '' } }, { record: null })?.fields).toEqual({
      Gsid: 'G1',
      Name: 'Old',
      StatusId: 'S1',
    })
  })

  it('links and unlinks', () => {
    const request = { record: { Gsid: 'G1' }, association: { CTA: ['C3'] }, dissociation: { CTA: ['C1'], SP: ['P1'] } }
    expect(updated(request, null)).toMatchObject({ CTA: ['C2', 'C3'], SP: [] })
  })

  it('makes a new goal of a create, with the links that were asked for', () => {
    const request = {
      requests: [{ record: { Name: 'G', StatusName: 'New', CompanyName: 'IBM' }, association: { SP: ['P2'] } }],
    }
    const data = { goal: { Gsid: 'G1', Name: 'G', CompanyId: 'C', StatusId: 'S1' } }
    const sighting = writtenSighting({ write, kind: 'create', request, data, gsid: 'G1' }, known)
    expect(sighting?.merge(null)).toEqual({
      gsid: 'G1',
      fields: { Gsid: 'G1', Name: 'G', CompanyId: 'C', StatusId: 'S1' },
      CTA: [],
      SP: ['P2'],
    })
  })

  it('does not make a goal of an update alone', () => {
    const settled = {
      write,
      kind: 'update' as const,
      request: { requests: [{ record: { Gsid: 'G1' } }] },
      data: null,
      gsid: 'G1',
    }
    expect(writtenSighting(settled, known)?.merge(null)).toBeNull()
  })
})
