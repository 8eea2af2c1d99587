import { randomUUID } from 'node:crypto'
import type { ChangeSet } from '@goalkeeper/contract/changes'
import { endpoints } from '@goalkeeper/contract/endpoints'
import type { GoalPage } from '@goalkeeper/contract/goals'
import type { Endpoint } from '@goalkeeper/contract/endpoint'
import type { Import } from '@goalkeeper/contract/imports'
import type { Review } from '@goalkeeper/contract/reviews'
import type { OpenApiDocument } from '@goalkeeper/contract/openapi'
import type { ListLink, View } from '@goalkeeper/contract/views'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Reply, Sent } from './browser.ts'
import { type Bff, startBff } from './start-bff.ts'
import { until } from './until.ts'

let bff: Bff
let document: OpenApiDocument
let goal: GoalPage['rows'][number]
let companyId: string
let writeId: string
let changeSetId: string
let reviewId: string
let imported: Import
let view: View
let linkId: string

beforeAll(async () => {
  bff = await startBff({ sandbox: { goals: 60 } })
  document = (await bff.browser.get('/api/openapi.json')).json as OpenApiDocument
  await until(() => bff.services.goalIndex.sync().complete)
  const open = { field: 'EntityType', op: 'EQ', value: ['COMPANY'] }
  const page = (await bff.browser.post('/api/goals/query', { limit: 1, filter: open })).json as GoalPage
  goal = page.rows[0] ?? expect.fail('There is no goal of a company.')
  companyId = String(goal.fields['CompanyId'])
  writeId = randomUUID()
  const record = { Gsid: goal.gsid, Name: 'Renamed by a test' }
  await bff.browser.put(
    '/gainsight/v1/csgoal/external/update',
    { requests: [{ record }] },
    { 'idempotency-key': writeId },
  )
  const deeds = [{ kind: 'append', html: '<p>Added by a test</p>' }]
  const made = await bff.browser.post('/api/changes', { goals: { gsids: [goal.gsid] }, deeds })
  changeSetId = (made.json as ChangeSet).id
  const file = await bff.browser.post('/api/imports?name=goals.csv', `Gsid,Name\n${goal.gsid},Imported`, {
    'content-type': 'text/csv',
  })
  imported = file.json as Import
  const filter = { field: 'Gsid', op: 'EQ', value: [goal.gsid] }
  view = (await bff.browser.post('/api/views', { name: 'Mine', state: { filter } })).json as View
  linkId = ((await bff.browser.post('/api/links', { state: { filter }, frozen: { filter } })).json as ListLink).id
  reviewId = ((await bff.browser.post('/api/reviews', { name: 'Weekly', filter })).json as Review).id
})
afterAll(() => bff.stop())

type Call = { path?: string } & Sent
/** How each operation is called here: with which address, where that has parameters, and with which body. */
const calls: Record<keyof typeof endpoints, () => Call> = {
  queryGoals: () => ({
    body: {
      limit: 20,
      facets: ['StatusName', 'CTA', 'DueBucket'],
      filter: { field: 'CTACount', op: 'GTE', value: [0] },
    },
  }),
  countGoals: () => ({ body: { lists: [{ filter: null }, { filter: { field: 'Nmae', op: 'IS_NULL' } }] } }),
  queryGoalGroups: () => ({ body: { group: { field: 'StatusName', direction: 'asc' } } }),
  previewPutBack: () => ({ path: `/api/goals/${goal.gsid}/put-back`, body: { at: 0 } }),
  printGoalsCall: () => ({ body: { filter: { field: 'Name', op: 'CONTAINS', value: ['a'] } } }),
  readGoal: () => ({ path: `/api/goals/${goal.gsid}?fresh=1` }),
  readGoalChanges: () => ({ path: `/api/goals/${goal.gsid}/changes` }),
  readOverview: () => ({ body: { today: '2026-11-20' } }),
  listWrites: () => ({}),
  readWrite: () => ({ path: `/api/writes/${writeId}` }),
  cancelWrite: () => ({ path: `/api/writes/${writeId}` }),
  settleWrite: () => ({ path: `/api/writes/${writeId}/settle`, body: { gsid: null } }),
  readFields: () => ({}),
  readStatuses: () => ({}),
  saveStatuses: () => ({
    body: { statuses: [{ id: null, name: 'Typed', meaning: 'planned', order: 9, color: '#112233' }] },
  }),
  searchCompanies: () => ({ path: '/api/companies?search=a&limit=5' }),
  readCompany: () => ({ path: `/api/companies/${companyId}` }),
  listCompanyAttributes: () => ({}),
  searchRelationships: () => ({ path: `/api/relationships?companyId=${companyId}` }),
  searchOpportunities: () => ({ path: `/api/opportunities?companyId=${companyId}` }),
  searchUsers: () => ({ path: '/api/users?search=a' }),
  readNames: () => ({ body: { kind: 'company', ids: [companyId] } }),
  listTemplates: () => ({}),
  readLinkables: () => ({ path: `/api/linkables?companyId=${companyId}` }),
  readStatus: () => ({}),
  readSettings: () => ({}),
  saveSettings: () => ({ body: { addressPattern: 'https://acme.example/{gsid}' } }),
  probeTenant: () => ({}),
  runWriteCheck: () => ({ body: { gsid: goal.gsid } }),
  setStopped: () => ({ body: { stopped: false } }),
  readMe: () => ({}),
  readLayout: () => ({}),
  saveLayout: () => ({ body: { columns: [{ id: 'Name', width: null, pinned: true }], density: 'compact' } }),
  listSessions: () => ({}),
  endSession: () => ({ path: `/api/sessions/${writeId}` }),
  signOut: () => ({}),
  listPeople: () => ({}),
  savePerson: () => ({ path: `/api/people/${writeId}`, body: { role: 'viewer' } }),
  endPersonSessions: () => ({ path: `/api/people/${writeId}/sessions` }),
  listTokens: () => ({}),
  createToken: () => ({ body: { name: 'Nightly', role: 'viewer', days: 1 } }),
  revokeToken: () => ({ path: `/api/tokens/${writeId}` }),
  createChangeSet: () => ({
    body: { goals: { filter: null }, deeds: [{ kind: 'set', field: 'DueDate', value: '2031-01-31' }] },
  }),
  listChangeSets: () => ({ path: '/api/changes?limit=5' }),
  readChangeSet: () => ({ path: `/api/changes/${changeSetId}` }),
  saveChangeSet: () => ({ path: `/api/changes/${changeSetId}`, body: { reason: 'As agreed' } }),
  queryChangeRows: () => ({ path: `/api/changes/${changeSetId}/rows`, body: { limit: 5 } }),
  saveChangeRow: () => ({ path: `/api/changes/${changeSetId}/rows/1`, body: { included: true } }),
  saveChangeRows: () => ({ path: `/api/changes/${changeSetId}/rows`, body: { part: 'all', included: true } }),
  runChangeSet: () => ({
    path: `/api/changes/${changeSetId}/run`,
    body: { expected: 1, startAt: Date.now() + 3_600_000 },
  }),
  pauseChangeSet: () => ({ path: `/api/changes/${changeSetId}/pause` }),
  resumeChangeSet: () => ({ path: `/api/changes/${changeSetId}/resume` }),
  retryChangeSet: () => ({ path: `/api/changes/${changeSetId}/retry`, body: { part: 'failed' } }),
  undoChangeSet: () => ({ path: `/api/changes/${changeSetId}/undo` }),
  cancelChangeSet: () => ({ path: `/api/changes/${changeSetId}/cancel` }),
  deleteChangeSet: () => ({ path: `/api/changes/${changeSetId}` }),
  listImports: () => ({}),
  readImport: () => ({ path: `/api/imports/${imported.id}` }),
  saveMapping: () => ({ path: `/api/imports/${imported.id}/mapping`, body: imported.mapping }),
  decideImport: () => ({
    path: `/api/imports/${imported.id}/decisions`,
    body: { decisions: [{ column: 0, value: 'x', decided: null }] },
  }),
  queryImportRows: () => ({ path: `/api/imports/${imported.id}/rows`, body: {} }),
  saveImportRow: () => ({ path: `/api/imports/${imported.id}/rows/2`, body: { cells: { 1: 'Imported, corrected' } } }),
  importToChangeSet: () => ({ path: `/api/imports/${imported.id}/change-set` }),
  deleteImport: () => ({ path: `/api/imports/${imported.id}` }),
  createReview: () => ({ body: { name: 'All', filter: null } }),
  listReviews: () => ({}),
  readReview: () => ({ path: `/api/reviews/${reviewId}` }),
  queryReviewItems: () => ({ path: `/api/reviews/${reviewId}/goals`, body: {} }),
  readReviewGoal: () => ({ path: `/api/reviews/${reviewId}/goals/${goal.gsid}` }),
  takeNext: () => ({ path: `/api/reviews/${reviewId}/next`, body: {} }),
  saveDecision: () => ({
    path: `/api/reviews/${reviewId}/goals/${goal.gsid}/decision`,
    body: { kind: 'change', dueDate: '2031-02-28' },
  }),
  takeBackDecision: () => ({ path: `/api/reviews/${reviewId}/goals/${goal.gsid}/decision` }),
  reviewToChangeSet: () => ({ path: `/api/reviews/${reviewId}/change-set` }),
  repeatReview: () => ({ path: `/api/reviews/${reviewId}/repeat`, body: { name: 'Weekly, again' } }),
  listViews: () => ({}),
  createView: () => ({ body: { name: 'Shared', shared: true, state: { sort: '-DueDate', columns: 'Name' } } }),
  saveView: () => ({ path: `/api/views/${view.id}`, body: { version: view.version, name: 'Mine, renamed' } }),
  saveViewTabs: () => ({ body: { pins: [view.id], default: view.id } }),
  deleteView: () => ({ path: `/api/views/${view.id}` }),
  listLinks: () => ({}),
  createLink: () => ({ body: { state: {}, frozen: { filter: null } } }),
  readLink: () => ({ path: `/api/links/${linkId}` }),
  deleteLink: () => ({ path: `/api/links/${linkId}` }),
  queryActivity: () => ({ body: { filter: { kinds: ['change'] }, limit: 5 } }),
  listActors: () => ({}),
  readHealth: () => ({}),
  readReadiness: () => ({}),
}

/** What cannot be cancelled or settled any more, a change set that does not run, and people and tokens that the sandbox does not have, say so in a problem. */
const refused: Partial<Record<keyof typeof endpoints, number>> = {
  cancelWrite: 409,
  settleWrite: 409,
  pauseChangeSet: 409,
  resumeChangeSet: 409,
  retryChangeSet: 409,
  undoChangeSet: 409,
  reviewToChangeSet: 409,
  endSession: 404,
  savePerson: 404,
  endPersonSessions: 404,
  revokeToken: 404,
}

/** A reader of replies as the document describes them, which takes no key that is not described. */
function readerOf(reference: string): z.ZodType {
  const text = JSON.stringify({ $ref: reference, $defs: document.components.schemas })
  return z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')))
}

function describedSchema({ method, path }: Endpoint, reply: Reply): string {
  const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
  const responses = operation?.['responses'] as Record<
    string,
    { content: Record<string, { schema: { $ref: string } }> }
  >
  const [described, type] =
    reply.status === 200 ? [responses['200'], 'application/json'] : [responses['default'], 'application/problem+json']
  expect(reply.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
  return described?.content[type]?.schema.$ref ?? expect.fail(`${method} ${path} is not described.`)
}

const operations = Object.entries(endpoints) as [keyof typeof endpoints, Endpoint][]

test.each(operations)('%s answers as it is described', async (name, endpoint) => {
  const { path = endpoint.path, ...sent } = calls[name]()
  const reply = await bff.browser.send(path, { method: endpoint.method, ...sent })
  expect(reply.status).toBe(refused[name] ?? 200)
  expect(readerOf(describedSchema(endpoint, reply)).safeParse(reply.json).error).toBeUndefined()
})

test('a reply with a key too many would not pass', () => {
  const reader = readerOf('#/components/schemas/readHealth.result')
  expect(reader.safeParse({ ok: true }).success).toBe(true)
  expect(reader.safeParse({ ok: true, more: 1 }).success).toBe(false)
})
