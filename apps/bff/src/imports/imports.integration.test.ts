import type { ChangeRow, ChangeSet } from '@goalkeeper/contract/changes'
import type { GoalRow } from '@goalkeeper/contract/goals'
import { type Import, type ImportRow } from '@goalkeeper/contract/imports'
import { strToU8, zipSync } from 'fflate'
import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChangeSets, createChangeSets } from '../../test/change-sets.ts'
import type { Reply } from '../../test/browser.ts'
import { type Bff, startBff } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'
import { csvLine } from '../http/csv.ts'
import { etagOf } from '../gateway/goal-version.ts'

let bff: Bff
let changes: ChangeSets
let companies: { gsid: string; name: string }[]

beforeAll(async () => {
  bff = await startBff({ sandbox: { goals: 120 } })
  await until(() => bff.services.goalIndex.sync().complete)
  await until(() => bff.services.connection.isProbed())
  await until(async () => (await bff.services.catalogue.every('company')).complete)
  changes = createChangeSets(bff.browser)
  const { records } = await bff.services.catalogue.every('company')
  const times = Map.groupBy(records, ({ name }) => name.toLowerCase())
  companies = records.filter(({ name }) => times.get(name.toLowerCase())?.length === 1 && !name.includes(','))
  expect(companies.length).toBeGreaterThan(5)
})
afterAll(() => bff.stop())

const company = (at: number) => companies[at] ?? expect.fail('There are too few companies.')
const lines = (...rows: (string | number | null)[][]) => rows.map((row) => csvLine(row)).join('')

function resultOf<Result>({ status, text, json }: Reply): Result {
  expect(status, text).toBe(200)
  return json as Result
}
async function send(body: string | Uint8Array<ArrayBuffer>, name = 'goals.csv') {
  const response = await fetch(`${bff.url}/api/imports?name=${name}`, {
    method: 'POST',
    headers: {
      origin: bff.url,
      'x-requested-with': 'goalkeeper',
      'content-type': 'application/octet-stream',
      cookie: [...bff.browser.cookies].map((pair) => pair.join('=')).join('; '),
    },
    body,
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: JSON.parse(text) as unknown }
}
const upload = async (body: string | Uint8Array<ArrayBuffer>, name?: string) => resultOf<Import>(await send(body, name))
const refusal = async (body: string | Uint8Array<ArrayBuffer>) => {
  const reply = await send(body)
  expect(reply.status, reply.text).toBe(400)
  return (reply.json as { detail: string }).detail
}
const rowsOf = async (id: string, outcome?: string) =>
  resultOf<{ rows: ImportRow[] }>(await bff.browser.post(`/api/imports/${id}/rows`, { outcome, limit: 500 })).rows
const map = async ({ id, mapping }: Import, patch: object) =>
  resultOf<Import>(await bff.browser.put(`/api/imports/${id}/mapping`, { ...mapping, ...patch }))
const toChangeSet = async (id: string) =>
  resultOf<{ changeSet: string }>(await bff.browser.post(`/api/imports/${id}/change-set`)).changeSet
async function run(id: string): Promise<ChangeSet> {
  await changes.run(await changes.read(id))
  return changes.ended(id)
}
const named = async (name: string): Promise<GoalRow[]> =>
  changes.goals(10, 0, { field: 'Name', op: 'EQ', value: [name] })

test('a file becomes goals, and the same file again changes nothing', async () => {
  const file = lines(
    ['Company', 'Goal', 'Status', 'Due date', 'Description'],
    [company(0).name, 'Imported one', 'on track', '2031-03-31', 'Two words\nand < a line'],
    [company(1).name.toUpperCase(), ' Imported two ', 'New', '', ''],
  )
  const made = await upload(file)
  expect(made).toMatchObject({
    mappingProblems: [],
    remembered: false,
    counts: { create: 2, update: 0, unchanged: 0, ambiguous: 0, invalid: 0 },
  })
  const set = await toChangeSet(made.id)
  // The draft would create them: another import must not as well.
  const meanwhile = await upload(file)
  expect(meanwhile).toMatchObject({ remembered: false, counts: { create: 0, invalid: 2 } })
  expect((await rowsOf(meanwhile.id))[0]?.problems[0]?.reason).toContain('The draft “Import of “goals.csv”” creates it')
  expect(await bff.browser.post(`/api/imports/${made.id}/change-set`)).toMatchObject({ status: 409 })

  expect(await run(set)).toMatchObject({
    state: 'done',
    counts: { confirmed: 2 },
    origin: { kind: 'import', id: made.id },
  })
  const [one] = await named('Imported one')
  expect(one?.fields).toMatchObject({ StatusName: 'On Track', DueDate: '2031-03-31', CompanyId: company(0).gsid })
  const again = await upload(file)
  expect(again.counts).toEqual({ create: 0, update: 0, unchanged: 2, ambiguous: 0, invalid: 0 })
  expect(await bff.browser.post(`/api/imports/${again.id}/change-set`)).toMatchObject({ status: 409 })
})

test('export, edit and import again is a round trip, and a goal that moved on is not overwritten', async () => {
  const goals = await changes.goals(3, 20)
  const [first, second, third] = goals.map(({ gsid }) => gsid)
  const snapshots = await bff.services.goalIndex.snapshots(goals.map(({ gsid }) => gsid))
  const file = lines(
    ['Gsid', 'Version', 'Name', 'Status', 'Due date', 'Company'],
    ...goals.map(({ gsid }, at) => {
      const goal = snapshots.get(gsid) ?? expect.fail('The goal is not known.')
      const name = at === 2 ? String(goal.version.fields['Name']) : `=Renamed ${at}`
      const due = goal.version.fields['DueDate']
      return [gsid, etagOf(goal.version), name, goal.statusName, typeof due === 'string' ? due : '', goal.companyName]
    }),
  )
  expect(file).toContain("'=Renamed 0")
  await bff.browser.put(
    '/gainsight/v1/csgoal/external/update',
    {
      requests: [{ record: { Gsid: second, Name: 'Moved on' } }],
    },
    { 'idempotency-key': '2f9d1f0e-3f0b-4c0e-9a51-0d7c6a0f3b01' },
  )
  const made = await upload(file)
  expect(made.counts).toEqual({ create: 0, update: 1, unchanged: 1, ambiguous: 0, invalid: 1 })
  const rows = await rowsOf(made.id)
  expect(rows.map(({ gsid, outcome }) => [gsid, outcome])).toEqual([
    [first, 'update'],
    [second, 'invalid'],
    [third, 'unchanged'],
  ])
  expect(rows[0]?.differences).toMatchObject([{ field: 'Name', after: '=Renamed 0' }])
  expect(rows[1]?.problems).toMatchObject([{ column: 1, reason: expect.stringContaining('“Moved on”') }])
  const set = await toChangeSet(made.id)
  expect(await run(set)).toMatchObject({ state: 'done', counts: { confirmed: 1 } })
  expect((await upload(file)).counts).toMatchObject({ update: 0, unchanged: 2 })
})

test('problems are told by row and cell, decided once, mended in place, and stand in a file', async () => {
  const wrong = `${company(2).name}x`
  const made = await upload(
    lines(
      ['Company', 'Name', 'Status', 'Due'],
      [wrong, 'Mended one', 'New', '2031-02-30'],
      [wrong, 'Mended two', 'Nwe', '2031-02-28'],
      [company(2).name, 'Mended two', 'New', '2031-02-28'],
      ['', '', 'New', ''],
    ),
  )
  expect(made.counts).toMatchObject({ create: 1, invalid: 3 })
  const ofCompany = made.decisions.find(({ column }) => column === 0)
  expect(ofCompany).toMatchObject({ value: wrong, rows: 2, decided: null })
  expect(ofCompany?.suggestions[0]).toMatchObject({ value: company(2).gsid, label: company(2).name })
  const decide = (...decisions: object[]) => bff.browser.put(`/api/imports/${made.id}/decisions`, { decisions })
  expect(await decide({ column: 4, value: 'Nwe', decided: 'New' })).toMatchObject({ status: 400 })
  const decided = resultOf<Import>(
    await decide({ column: 0, value: wrong, decided: company(2).gsid }, { column: 2, value: 'Nwe', decided: 'New' }),
  )
  expect(decided.decisions).toMatchObject([
    { column: 0, decided: company(2).gsid, rows: 2 },
    { column: 2, decided: 'New', rows: 1 },
  ])
  const [first, , third] = await rowsOf(made.id)
  expect(first?.problems).toMatchObject([{ column: 3, value: '2031-02-30' }])
  expect(third).toMatchObject({ outcome: 'invalid', problems: [{ reason: 'Row 3 is about the same goal.' }] })

  const correct = async (row: number, cells: object) =>
    resultOf<ImportRow>(await bff.browser.put(`/api/imports/${made.id}/rows/${row}`, { cells }))
  expect(await correct(2, { 3: '2031-03-02' })).toMatchObject({ outcome: 'create', problems: [], corrected: [3] })
  expect(await correct(3, { 1: 'Mended three' })).toMatchObject({ outcome: 'create' })
  expect((await rowsOf(made.id, 'invalid')).map(({ row }) => row)).toEqual([5])
  expect(await correct(2, { 1: 'Mended three' })).toMatchObject({ outcome: 'create' })
  expect(await rowsOf(made.id, 'invalid')).toMatchObject([{ row: 3 }, { row: 5 }])

  const csv = (await bff.browser.get(`/api/imports/${made.id}/problems.csv`)).text.split('\r\n')
  expect(csv[0]).toContain('Row,Column,Value,Reason')
  expect(csv).toEqual(expect.arrayContaining([expect.stringMatching(/^3,,Mended three,Row 2 is about/)]))
})

test('a new goal that failed is created by a later import', async () => {
  const file = lines(['Company', 'Name', 'Status'], [company(5).name, 'Failed first', 'New'])
  const made = await upload(file)
  bff.sandbox.faults([{ kind: 'refuse', error: 'CTA_RECORD_EMPTY', route: 'createGoal' }])
  const set = await run(await toChangeSet(made.id))
  bff.sandbox.faults([])
  expect(set.counts).toMatchObject({ confirmed: 0, failed: 1 })
  const again = await upload(file)
  expect(again.counts).toMatchObject({ create: 1 })
  expect((await run(await toChangeSet(again.id))).counts).toMatchObject({ confirmed: 1 })
  expect(await named('Failed first')).toHaveLength(1)
})

test('a goal that somebody else creates while an import is looked at is not created again', async () => {
  const made = await upload(
    lines(['Company', 'Name', 'Status'], [company(6).name, 'By hand', 'New'], [company(6).name, 'By import', 'New']),
  )
  expect(made.counts).toMatchObject({ create: 2 })
  const set = await toChangeSet(made.id)
  const byHand = { EntityType: 'COMPANY', CompanyId: company(6).gsid, Name: 'By hand', StatusName: 'On Track' }
  const created = await bff.browser.post('/gainsight/v1/csgoal/external/create', { requests: [{ record: byHand }] })
  expect(created.status, created.text).toBe(200)
  expect((await run(set)).counts).toMatchObject({ confirmed: 1, skipped: 1 })
  expect((await changes.rows(set)).map(({ name, state, reason }) => ({ name, state, reason }))).toEqual([
    { name: 'By hand', state: 'skipped', reason: 'A goal of this name has come to its place since the preview.' },
    { name: 'By import', state: 'confirmed', reason: null },
  ])
  expect(await named('By hand')).toMatchObject([{ fields: { StatusName: 'On Track' } }])
})

test('a goal for each company of a filter, with constants', async () => {
  const some = [company(0), company(1)]
  const made = await upload(lines(['Name'], ['For each one'], ['For each two']))
  expect(made.counts).toBeNull()
  expect(made.mappingProblems).not.toEqual([])
  const filter = { field: 'CompanyId', op: 'IN', value: some.map(({ gsid }) => gsid) }
  const mapped = await map(made, { forEachCompany: { filter }, constants: { StatusName: 'New' } })
  expect(mapped).toMatchObject({ mappingProblems: [], counts: { create: 4, invalid: 0 } })
  const rows = await changes.rows(await toChangeSet(made.id))
  expect(rows.map(({ name, companyName }: ChangeRow) => `${name} ${companyName}`).toSorted()).toEqual(
    ['For each one', 'For each two'].flatMap((name) => some.map((one) => `${name} ${one.name}`)).toSorted(),
  )
  const bad = await map(await upload(lines(['Name'], ['Other'])), {
    forEachCompany: { filter: { field: 'StatusName', op: 'EQ', value: ['New'] } },
  })
  expect(bad.mappingProblems.map(({ reason }) => reason).join()).toContain('The filter of the companies')
})

test('how a file was mapped is remembered for files of its columns', async () => {
  const first = await upload(lines(['Kunde', 'Ziel', 'Termin'], [company(3).name, 'Erinnert', '31.03.2031']))
  expect(first.counts).toBeNull()
  const columns = [
    { kind: 'parent', entityType: 'COMPANY', by: 'Name' },
    { kind: 'field', field: 'Name' },
    { kind: 'field', field: 'DueDate' },
  ]
  await map(first, { columns, dates: 'day-month-year', constants: { StatusName: 'New' } })
  const second = await upload(lines(['Kunde', 'Ziel', 'Termin'], [company(3).name, 'Anderes', '1.4.2031']))
  expect(second).toMatchObject({ remembered: true, counts: { create: 1 } })
  expect((await rowsOf(second.id))[0]?.differences).toContainEqual({
    field: 'DueDate',
    before: null,
    after: '2031-04-01',
  })
})

test('several goals of one name are ambiguous until a person says which', async () => {
  const create = (at: number) =>
    bff.browser.post(
      '/gainsight/v1/csgoal/external/create',
      {
        requests: [{ record: { Name: 'Twice', StatusName: 'New', EntityType: 'COMPANY', CompanyId: company(4).gsid } }],
      },
      { 'idempotency-key': `2f9d1f0e-3f0b-4c0e-9a51-0d7c6a0f3b1${at}` },
    )
  for (const at of [0, 1]) resultOf(await create(at))
  const made = await upload(lines(['Company', 'Name', 'Status'], [company(4).name, 'Twice', 'On Track']))
  expect(made.counts).toMatchObject({ ambiguous: 1 })
  const [row] = await rowsOf(made.id, 'ambiguous')
  const meant = row?.problems[0]?.suggestions[1]?.value
  const said = await bff.browser.put(`/api/imports/${made.id}/rows/2`, { gsid: meant })
  expect(resultOf<ImportRow>(said)).toMatchObject({ outcome: 'update', gsid: meant, problems: [] })
})

test('while ten thousand rows are checked, others are served', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => [company(at % 5).name, `Many ${at}`, 'New', '2031-01-31'])
  const file = lines(['Company', 'Name', 'Status', 'Due'], ...rows)
  const waiting = upload(file)
  let isDone = false
  let served = 0
  const serving = (async () => {
    while (!isDone) {
      expect((await bff.browser.get('/api/statuses')).status).toBe(200)
      served += 1
    }
  })()
  const made = await waiting
  isDone = true
  await serving
  expect(served).toBeGreaterThan(10)
  expect(made.counts).toMatchObject({ create: 10_000 })
})

test('bad files are told in a sentence and leave nothing behind', async () => {
  const before = (await bff.browser.get('/api/imports')).text
  expect(await refusal('')).toContain('empty')
  expect(await refusal('Name,Company\n')).toContain('no rows')
  expect(await refusal('Name\n"broken')).toContain('never closed')
  expect(await refusal('Name\nsome "quoted" word')).toContain('in the middle of a cell in line 2')
  expect(await refusal(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]))).toContain('cannot be read')
  expect(await refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toContain('old workbook')
  const bomb = workbook('')
  new DataView(bomb.buffer).setUint32(Buffer.from(bomb).lastIndexOf('504b0102', 'hex') + 24, 250 * 1024 * 1024, true)
  expect(await refusal(bomb)).toContain('too large when it is unpacked')
  expect(await refusal(lines(['Name'], ...Array.from({ length: 50_001 }, () => ['x'])))).toContain('50,001')
  expect(await refusal(workbook('<c r="B2"><f>1+1</f></c>'))).toContain(
    'The cell B2 holds a formula without its result',
  )
  expect((await bff.browser.get('/api/imports')).text).toBe(before)
})

test('a file of 200 MB is refused before it is sent', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sent = httpRequest(`${bff.url}/api/imports?name=large.csv`, {
      method: 'POST',
      headers: {
        origin: bff.url,
        'x-requested-with': 'goalkeeper',
        'content-length': 200 * 1024 * 1024,
        cookie: [...bff.browser.cookies].map((pair) => pair.join('=')).join('; '),
      },
    })
    sent.on('response', (response) => {
      resolve(response.statusCode)
      sent.destroy()
    })
    sent.on('error', reject)
    sent.write('Name\n')
  })
  expect(status).toBe(413)
})

test('a workbook is read with its dates, numbers and the results of its formulas', async () => {
  const made = await upload(
    workbook(`<c r="B2" t="str"><f>"Form"&amp;"ula"</f><v>Formula</v></c><c r="C2" s="1"><v>47938</v></c>`),
    'goals.xlsx',
  )
  expect(made).toMatchObject({ sheet: 'Goals', columns: [{ name: 'Company' }, { name: 'Name' }, { name: 'Due date' }] })
  expect((await rowsOf(made.id))[0]?.cells.slice(1)).toEqual(['Formula', '2031-03-31'])
})

/** A workbook of one sheet with a header and one row, which begins with the first company. */
function workbook(cells: string): Uint8Array<ArrayBuffer> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`
  const name = company(0).name.replaceAll('&', '&amp;')
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Goals" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><dimension ref="A1:C2"/><sheetData><row r="1">${text('A1', 'Company')}${text('B1', 'Name')}${text('C1', 'Due date')}</row><row r="2">${text('A2', name)}${cells}</row></sheetData></worksheet>`,
  }
  return new Uint8Array(zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]))))
}
