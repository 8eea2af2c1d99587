import { randomUUID } from 'node:crypto'
import type { ActivityEntry } from '@goalkeeper/contract/activity'
import type { GoalExport } from '@goalkeeper/contract/exports'
import { aboutName, goalExportPath, rowsHeader } from '@goalkeeper/contract/exports'
import type { Import, ImportRow } from '@goalkeeper/contract/imports'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChangeSets, createChangeSets } from '../../test/change-sets.ts'
import { goalsOf } from '../../test/goals-of.ts'
import { type Bff, startBff } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'
import { csvLine } from '../http/csv.ts'
import { readFile, type Table } from '../imports/read-file.ts'

let bff: Bff
let goals: ReturnType<typeof goalsOf>
let changes: ChangeSets

beforeAll(async () => {
  bff = await startBff({ sandbox: { goals: 1_300 } })
  goals = goalsOf(bff)
  changes = createChangeSets(bff.browser)
  await goals.settled()
  await until(() => bff.services.connection.isProbed())
  await until(async () => (await bff.services.catalogue.every('company')).complete)
})
afterAll(() => bff.stop())

/** Sends a request as the page does, whatever its body is. */
function send(path: string, body: string | Uint8Array<ArrayBuffer>, type: string, signal?: AbortSignal) {
  const cookie = [...bff.browser.cookies].map((pair) => pair.join('=')).join('; ')
  const headers = { origin: bff.url, 'x-requested-with': 'goalkeeper', 'content-type': type, cookie }
  return fetch(bff.url + path, { method: 'POST', headers, body, ...(signal && { signal }) })
}
async function exported(asked: GoalExport) {
  const response = await send(goalExportPath, JSON.stringify(asked), 'application/json')
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { response, bytes, rows: Number(response.headers.get(rowsHeader)) }
}
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
async function table(asked: GoalExport): Promise<Table & { column: (name: string) => string[] }> {
  const { response, bytes } = await exported(asked)
  expect(response.status, text(bytes)).toBe(200)
  const read = await readFile(bytes, null)
  const column = (name: string) => {
    expect(read.header).toContain(name)
    return read.rows.map(({ cells }) => cells[read.header.indexOf(name)] ?? '')
  }
  return { ...read, column }
}
async function upload(bytes: Uint8Array<ArrayBuffer>): Promise<Import> {
  const response = await send('/api/imports?name=goals', bytes, 'application/octet-stream')
  expect(response.status).toBe(200)
  return (await response.json()) as Import
}
const rowsOf = async (id: string, outcome: string) =>
  ((await bff.browser.post(`/api/imports/${id}/rows`, { outcome, limit: 500 })).json as { rows: ImportRow[] }).rows
async function update(gsid: string, record: object) {
  const body = { requests: [{ record: { Gsid: gsid, ...record } }] }
  const reply = await bff.browser.put('/gainsight/v1/csgoal/external/update', body, { 'idempotency-key': randomUUID() })
  expect(reply.status, reply.text).toBe(200)
}

test('who took which goals out stands in the activity', async () => {
  await exported({
    format: 'csv',
    goals: { filter: { field: 'StatusName', op: 'EQ', value: ['New'] } },
    columns: ['Name'],
  })
  const { json } = await bff.browser.post('/api/activity/query', {})
  const { entries } = json as { entries: ActivityEntry[] }
  expect(entries[0]?.words).toMatch(/^Exported \d+ goals as a CSV file: goals whose Status is New\.$/)
  expect(entries[0]?.actor).toBe('you')
})

test('every goal of a filter, in the order and with the columns of the list', async () => {
  const filter = { field: 'StatusName', op: 'NE' as const, value: ['New'] }
  const sort = [
    { field: 'DueDate', direction: 'desc' as const },
    { field: 'Name', direction: 'asc' as const },
  ]
  const listed = await goals.all({ filter, sort, select: ['Name', 'DueDate', 'CompanyName', 'CompanyId'] })
  expect(listed.length).toBeGreaterThan(1_000)
  const columns = ['DueDate', 'Name', 'CompanyName', 'CTA']
  for (const format of ['csv', 'xlsx'] as const) {
    const read = await table({ format, goals: { filter }, sort, columns })
    expect(read.header).toEqual(['Gsid', 'Version', 'Due date', 'Name', 'Company', 'Company id', 'CTAs'])
    expect(
      read.rows.map(({ cells: [gsid, , due, name, company, companyId, ctas] }) => [
        gsid,
        due,
        name,
        company,
        companyId,
        ctas,
      ]),
    ).toEqual(
      listed.map(({ gsid, fields, CTA }) => [
        gsid,
        fields['DueDate'] ?? '',
        fields['Name'],
        fields['CompanyName'] ?? '',
        fields['CompanyId'] ?? '',
        CTA.join('; '),
      ]),
    )
  }
  const [first] = listed
  const etag = (await bff.browser.get(`/api/goals/${first?.gsid}`)).headers.get('etag')
  const [version] = (await table({ format: 'csv', goals: { filter }, sort, columns })).column('Version')
  expect(`"${version}"`).toBe(etag)
})

test('a list in groups is exported group by group, and says so', async () => {
  const sort = [{ field: 'Name', direction: 'asc' as const }]
  for (const field of ['StatusName', 'DueDate', 'CompanyId']) {
    const group = { field, direction: 'desc' as const }
    const listed = await goals.all({ group, sort, select: [] })
    const read = await table({ format: 'csv', group, sort, columns: ['Name'] })
    expect(read.column('Gsid'), field).toEqual(listed.map(({ gsid }) => gsid))
  }
  const { bytes } = await exported({ format: 'xlsx', group: { field: 'StatusName', direction: 'desc' }, sort })
  const about = await readFile(bytes, aboutName)
  expect(about.rows.map(({ cells }) => cells)).toContainEqual(['Sorted by', 'Status, descending; then Name'])
})

test('the file says which goals it holds, how many and of when, and an import knows that', async () => {
  const asked: GoalExport = {
    format: 'csv',
    goals: { filter: { field: 'StatusName', op: 'EQ', value: ['New'] } },
    columns: ['Name'],
    today: '2031-01-31',
  }
  const { response, bytes, rows } = await exported(asked)
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="goals-2031-01-31-${rows}.csv"`)
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
  const [head] = text(bytes).split('\r\n')
  expect(head).toMatch(
    new RegExp(`,About this file: ${rows} goals; goals whose Status is New; data as of 20\\d\\d-.*Z$`),
  )
  const read = await readFile(bytes, null)
  expect(read.header).toEqual(['Gsid', 'Version', 'Name'])
  expect(read.notices).toEqual([expect.stringContaining('goals whose Status is New')])

  const book = await exported({ ...asked, format: 'xlsx' })
  expect(book.response.headers.get('content-disposition')).toContain('.xlsx"')
  const about = await readFile(book.bytes, 'About this file')
  expect(about.rows.map(({ cells }) => cells)).toEqual(
    expect.arrayContaining([
      ['Rows', `${rows} goals`],
      ['Holds', 'goals whose Status is New'],
    ]),
  )
  expect(await readFile(book.bytes, null)).toMatchObject({ sheet: 'Goals', sheets: ['Goals'], notices: [] })
})

test('only the selected goals, or all but some', async () => {
  const [first, second, third] = (await goals.query({ limit: 3 })).rows.map(({ gsid }) => gsid)
  const some = await table({ format: 'csv', goals: { gsids: [third ?? '', first ?? ''] }, columns: ['Name'] })
  expect(new Set(some.column('Gsid'))).toEqual(new Set([first, third]))
  const { rows } = await exported({ format: 'csv', goals: { filter: null, except: [second ?? ''] }, columns: ['Name'] })
  expect(rows).toBe((await goals.query({ limit: 0 })).total - 1)
})

test('what makes no sense is told in a sentence, and no file begins', async () => {
  const fault = async (asked: object) => {
    const { response, bytes } = await exported(asked as GoalExport)
    expect([response.status, response.headers.get('content-disposition')]).toEqual([400, null])
    return JSON.parse(text(bytes)) as object
  }
  expect(await fault({ format: 'csv', columns: ['Name', 'Nmae'] })).toMatchObject({
    fields: { 'columns.1': 'There is no field "Nmae".' },
  })
  expect(await fault({ format: 'pdf' })).toMatchObject({ fields: { format: expect.any(String) } })
  expect(await fault({ format: 'csv', goals: { filter: { field: 'x', op: 'EQ', value: ['y'] } } })).toMatchObject({
    code: 'invalid',
  })
})

test('an export that nobody has edited changes nothing, whatever its columns and its format', async () => {
  const filter = { field: 'CompanyName', op: 'IS_NOT_NULL' as const }
  const forms: GoalExport[] = [
    { format: 'csv', richText: 'words' },
    { format: 'csv', richText: 'html' },
    { format: 'xlsx', richText: 'words' },
    { format: 'xlsx', richText: 'html' },
  ]
  for (const form of forms) {
    const { bytes, rows } = await exported({ ...form, goals: { filter } })
    const { calls } = bff.sandbox.stats()
    const made = await upload(bytes)
    // Nothing of it has to be looked up in Gainsight.
    expect(bff.sandbox.stats().calls).toBe(calls)
    const problems = (await rowsOf(made.id, 'invalid')).slice(0, 3).map(({ problems: [one] }) => one)
    expect(problems, JSON.stringify(form)).toEqual([])
    const changed = (await rowsOf(made.id, 'update')).slice(0, 3).map(({ differences: [one] }) => one)
    expect(changed, JSON.stringify(form)).toEqual([])
    expect(made.counts).toEqual({ create: 0, update: 0, unchanged: rows, ambiguous: 0, invalid: 0 })
  }
})

test('export, edit, import: what was edited is changed, and a goal that moved on meanwhile is not', async () => {
  const [first, second, third, fourth] = (await goals.query({ limit: 4, filter: company })).rows.map(({ gsid }) => gsid)
  const gsids = [first ?? '', second ?? '', third ?? '', fourth ?? '']
  await update(gsids[3] ?? '', { Name: '=HYPERLINK("https://example.com")' })
  const columns = ['Name', 'StatusName', 'DueDate', 'CompanyName', 'Target_Value__gc', 'Products__gc', 'Description']
  const { bytes } = await exported({ format: 'csv', goals: { gsids }, columns })
  expect(text(bytes)).toContain(`"'=HYPERLINK(""https://example.com"")"`)

  // As a person does it, who knows nothing of the apostrophe.
  const read = await readFile(bytes, null)
  const at = (name: string) => read.header.indexOf(name)
  const edits: Record<string, Record<string, string>> = {
    [gsids[0] ?? '']: { Name: '=Grow together', 'Due date': '2031-03-31' },
    [gsids[1] ?? '']: { Name: '-5 % churn', 'Target value': '1234.5' },
    [gsids[2] ?? '']: { Name: 'Edited in the file' },
  }
  const rows = read.rows.map(({ cells }) => {
    const edited = [...cells]
    for (const [name, value] of Object.entries(edits[cells[at('Gsid')] ?? ''] ?? {})) edited[at(name)] = value
    return edited
  })
  await update(gsids[2] ?? '', { Name: 'Moved on' })
  const total = (await goals.query({ limit: 0 })).total
  const made = await upload(new TextEncoder().encode([read.header, ...rows].map(csvLine).join('')))
  expect(made.mappingProblems).toEqual([])
  expect(made.counts).toEqual({ create: 0, update: 2, unchanged: 1, ambiguous: 0, invalid: 1 })
  const [refused] = await rowsOf(made.id, 'invalid')
  expect(refused).toMatchObject({
    gsid: gsids[2],
    problems: [{ column: 1, reason: expect.stringContaining('“Moved on”') }],
  })

  const { changeSet } = (await bff.browser.post(`/api/imports/${made.id}/change-set`)).json as { changeSet: string }
  await changes.run(await changes.read(changeSet))
  expect(await changes.ended(changeSet)).toMatchObject({ state: 'done', counts: { confirmed: 2 } })
  expect((await goals.read(gsids[0] ?? '')).fields).toMatchObject({ Name: '=Grow together', DueDate: '2031-03-31' })
  expect((await goals.read(gsids[1] ?? '')).fields).toMatchObject({ Name: '-5 % churn', Target_Value__gc: 1234.5 })
  expect((await goals.read(gsids[2] ?? '')).fields).toMatchObject({ Name: 'Moved on' })
  expect((await goals.query({ limit: 0 })).total).toBe(total)
})

test('a row that is added to an export is a new goal of the company that it names, and of no other', async () => {
  const { records } = await bff.services.catalogue.every('company')
  const times = Map.groupBy(records, ({ name }) => name.trim().toLowerCase())
  const [one, other] = records.filter(({ name }) => times.get(name.trim().toLowerCase())?.length === 1)
  const { bytes } = await exported({ format: 'csv', columns: ['CompanyName', 'Name', 'StatusName'] })
  const { header } = await readFile(bytes, null)
  expect(header).toEqual(['Gsid', 'Version', 'Company', 'Company id', 'Name', 'Status'])
  const added = [
    ['', '', one?.name ?? '', '', 'Added by name', 'New'],
    ['', '', '', other?.gsid ?? '', 'Added by Gsid', 'New'],
    ['', '', other?.name ?? '', other?.gsid ?? '', 'Added by both', 'New'],
    ['', '', one?.name ?? '', other?.gsid ?? '', 'Copied from another row', 'New'],
    ['', '', 'No such company', other?.gsid ?? '', 'Copied and mistyped', 'New'],
  ]
  const made = await upload(new TextEncoder().encode([header, ...added].map(csvLine).join('')))
  expect(made.mappingProblems).toEqual([])
  expect(made.counts).toEqual({ create: 3, update: 0, unchanged: 0, ambiguous: 0, invalid: 2 })
  expect((await rowsOf(made.id, 'create')).map(({ name, parentName }) => [name, parentName])).toEqual([
    ['Added by name', one?.name],
    ['Added by Gsid', other?.name],
    ['Added by both', other?.name],
  ])
  const problems = (await rowsOf(made.id, 'invalid')).map(({ problems: [problem] }) => problem)
  expect(problems).toMatchObject([
    { column: 2, reason: `The Gsid beside it is that of “${other?.name}”.` },
    { column: 2, reason: 'There is no company “No such company”.' },
  ])
})

const company = { field: 'EntityType', op: 'EQ' as const, value: ['COMPANY'] }
