/** One question of somebody who looks at a list: what the bff is asked, and the statements that one would write by hand for it. */
export type Asked = { body: object; bare: Statement[] }
export type Statement = { text: string; values: unknown[] }

/** A kind of question. `turn` never comes twice, and with it no filter does. */
export type Kind = {
  name: string
  /** p50 in milliseconds that is promised to one reader of 100,000 goals on embedded storage. */
  promised: number
  ask: (turn: number) => Asked
}

const windowSize = 100
const dayMs = 86_400_000
const today = new Date().toISOString().slice(0, 10)
const day = (from: number) => new Date(Date.parse(today) + from * dayMs).toISOString().slice(0, 10)

/** What a list shows when nobody has chosen columns, and the same in SQL. */
const select = [
  'Name',
  'CompanyId',
  'CompanyName',
  'StatusName',
  'StatusMeaning',
  'DueDate',
  'CompanyId__gr.Csm__gr.Name',
  'ModifiedDate',
]
const columns = `gsid, name, company_id, company_name, status_name, status_meaning, due_date, company->>'Csm__gr.Name' AS csm, modified_date, cta_ids, sp_ids`

const folded = (column: string) => `lower(${column} COLLATE "und-x-icu")`
const number = (place: string) => `CASE jsonb_typeof(${place}) WHEN 'number' THEN (${place})::numeric END`
const meaningIn = (...meanings: string[]) =>
  `status_meaning IN (${meanings.map((meaning) => `'${meaning}'`).join(', ')})`
const isOpen = meaningIn('planned', 'on track', 'at risk')

type Sort = { field: string; direction: 'asc' | 'desc'; sql: string }
const byDueDate: Sort = { field: 'DueDate', direction: 'asc', sql: 'due_date ASC NULLS LAST' }

type Listed = { filter: object; where: string; values: unknown[]; sort: Sort; offset?: number }

/** A window of a list with the number of all. */
function list({ filter, where, values, sort: { field, direction, sql }, offset = 0 }: Listed): Asked {
  return {
    body: { filter, sort: [{ field, direction }], select, offset, limit: windowSize, facets: [], today },
    bare: [
      {
        text: `SELECT ${columns} FROM goal WHERE ${where} ORDER BY ${sql}, gsid LIMIT ${windowSize} OFFSET ${offset}`,
        values,
      },
      { text: `SELECT count(*) FROM goal WHERE ${where}`, values },
    ],
  }
}

const dueBetween = (from: string, to: string): object => ({ field: 'DueDate', op: 'BTW', value: [from, to] })

const statusPairs = [
  ['New', 'On Track'],
  ['At Risk', 'On Hold'],
  ['On Track', 'Achieved'],
]

/** Two days between which much of the goals are due; no two turns have the same. */
const daysOf = (turn: number): [string, string] => [day(-400 + (turn % 300)), day(60 + Math.floor(turn / 300))]

export const byStatusAndDueDate = (turn: number): Asked => {
  const statuses = statusPairs[turn % statusPairs.length] ?? []
  const [from, to] = daysOf(turn)
  return list({
    filter: { and: [{ field: 'StatusName', op: 'IN', value: statuses }, dueBetween(from, to)] },
    where: `${folded('status_name')} = ANY ($1) AND due_date BETWEEN $2 AND $3`,
    values: [statuses.map((status) => status.toLowerCase()), from, to],
    sort: byDueDate,
  })
}

function orOfThree(turn: number): Asked {
  const [from, to] = daysOf(turn)
  const since = Date.parse(from)
  const arr = 200_000 + turn
  return list({
    filter: {
      or: [
        { and: [{ field: 'StatusName', op: 'IN', value: ['At Risk'] }, dueBetween(from, to)] },
        {
          and: [
            { field: 'EntityType', op: 'EQ', value: ['RELATIONSHIP'] },
            { field: 'ModifiedDate', op: 'GTE', value: [since] },
          ],
        },
        {
          and: [
            { field: 'CompanyId__gr.Arr', op: 'GTE', value: [arr] },
            { field: 'DueDate', op: 'IS_NULL' },
          ],
        },
      ],
    },
    where: `(${folded('status_name')} = 'at risk' AND due_date BETWEEN $1 AND $2)
      OR (entity_type = 'RELATIONSHIP' AND modified_date >= $3)
      OR (${number(`company->'Arr'`)} >= $4 AND due_date IS NULL)`,
    values: [from, to, since, arr],
    sort: byDueDate,
  })
}

const sorted = (sort: Sort) => (turn: number) => {
  const [from, to] = daysOf(turn)
  return list({ filter: dueBetween(from, to), where: 'due_date BETWEEN $1 AND $2', values: [from, to], sort })
}

function farDown(offset: number) {
  return (turn: number) => {
    const since = Date.parse('2001-01-01') + turn
    return list({
      filter: { field: 'ModifiedDate', op: 'GTE', value: [since] },
      where: 'modified_date >= $1',
      values: [since],
      sort: byDueDate,
      offset,
    })
  }
}

const facets = ['StatusName', 'DueBucket', 'CompanyId', 'CompanyId__gr.Csm__gr.Name', 'EntityType']

export function fiveFacets(turn: number): Asked {
  const [from, to] = daysOf(turn)
  const count = (value: string) => ({
    text: `SELECT ${value} AS value, count(*) FROM goal WHERE due_date BETWEEN $1 AND $2 GROUP BY 1 ORDER BY 2 DESC LIMIT 500`,
    values: [from, to],
  })
  const bucket = `CASE WHEN ${isOpen} AND due_date < '${today}' THEN 'overdue' WHEN ${isOpen} AND due_date <= '${day(7)}' THEN 'week'
    WHEN ${isOpen} AND due_date <= '${day(30)}' THEN 'month' WHEN ${isOpen} AND due_date > '${day(30)}' THEN 'later'
    WHEN ${isOpen} THEN 'none' WHEN ${meaningIn('achieved', 'dropped')} THEN 'closed' END`
  return {
    body: { filter: dueBetween(from, to), offset: 0, limit: 0, facets, today },
    bare: [
      ...['status_name', bucket, 'company_id', `company->>'Csm__gr.Name'`, 'entity_type'].map(count),
      { text: `SELECT count(*) FROM goal WHERE due_date BETWEEN $1 AND $2`, values: [from, to] },
    ],
  }
}

/** Where a word by itself is looked for. */
const searchedFields = ['Name', 'CompanyName', 'RelationshipName', 'OpportunityName', 'CompanyId__gr.Csm__gr.Name']

/** Every kind of question, at so many goals; `words` occur in their names, one for each turn. */
export function kindsOf(goals: number, words: readonly string[]): Kind[] {
  const search = (turn: number) => {
    const word = words[turn % words.length] ?? ''
    const searched = ['name', 'company_name', 'relationship_name', 'opportunity_name', `(company->>'Csm__gr.Name')`]
    return list({
      filter: { or: searchedFields.map((field) => ({ field, op: 'CONTAINS', value: [word] })) },
      where: searched.map((column) => `${folded(column)} LIKE $1`).join(' OR '),
      values: [`%${word}%`],
      sort: byDueDate,
    })
  }
  const byExpected: Sort = {
    field: 'Expected_Value__gc',
    direction: 'desc',
    sql: `${number(`custom->'Expected_Value__gc'`)} DESC NULLS LAST`,
  }
  const byArr: Sort = {
    field: 'CompanyId__gr.Arr',
    direction: 'desc',
    sql: `${number(`company->'Arr'`)} DESC NULLS LAST`,
  }
  const offset = Math.floor(goals * 0.9)
  return [
    { name: 'page by status and due date', promised: 25, ask: byStatusAndDueDate },
    { name: 'OR of three groups', promised: 90, ask: orOfThree },
    { name: 'text search', promised: 25, ask: search },
    { name: 'sorted by a custom field', promised: 25, ask: sorted(byExpected) },
    { name: 'sorted by a company attribute', promised: 25, ask: sorted(byArr) },
    { name: 'offset of nine tenths', promised: 25, ask: farDown(offset) },
    { name: 'five facets', promised: 250, ask: fiveFacets },
  ]
}
