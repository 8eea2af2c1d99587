const sortFields = ['DueDate', 'Name', 'CompanyName', 'ModifiedDate', 'StatusName']
const facetFields = ['StatusName', 'DueBucket', 'EntityType', 'CompanyId']
/** What the list shows when nobody has chosen columns. */
const columns = [
  'Name',
  'CompanyName',
  'StatusName',
  'StatusMeaning',
  'DueDate',
  'DueBucket',
  'EntityType',
  'ModifiedDate',
]
const words = ['on', 'ad', 're', 'in', 'er', 'an', 'ti', 'se', 'ro', 'co']
const dayMs = 86_400_000

/** What people read: lists under filters that never come twice, facets, goals, histories, activity, and how all stands. */
export function createQuestions(gsids, random) {
  let count = 0
  const oneOf = (choices) => choices[Math.floor(random() * choices.length)]
  const day = (from, to) => new Date(Date.now() + (from + random() * (to - from)) * dayMs).toISOString().slice(0, 10)
  const filter = () => ({
    and: [
      { field: 'Name', op: 'CONTAINS', value: [oneOf(words)] },
      { field: 'DueDate', op: oneOf(['GTE', 'LTE']), value: [day(-400, 400)] },
      { field: 'Name', op: 'NE', value: [`No goal is called ${(count += 1)}`] },
    ],
  })
  const today = new Date().toISOString().slice(0, 10)
  const list = () => ({
    filter: filter(),
    sort: [{ field: oneOf(sortFields), direction: oneOf(['asc', 'desc']) }],
    select: columns,
    limit: 50,
    today,
  })
  const kinds = [
    { share: 0.3, kind: 'list', ask: () => ['POST', '/api/goals/query', list()] },
    {
      share: 0.1,
      kind: 'facets',
      ask: () => ['POST', '/api/goals/query', { filter: filter(), facets: facetFields, limit: 0, today }],
    },
    { share: 0.3, kind: 'goal', ask: () => ['GET', `/api/goals/${oneOf(gsids)}`] },
    { share: 0.05, kind: 'history', ask: () => ['GET', `/api/goals/${oneOf(gsids)}/changes`] },
    { share: 0.05, kind: 'activity', ask: () => ['POST', '/api/activity/query', { filter: {}, limit: 50 }] },
    { share: 0.2, kind: 'status', ask: () => ['GET', '/api/status'] },
  ]
  return () => {
    let left = random()
    const chosen = kinds.find(({ share }) => (left -= share) < 0) ?? kinds[0]
    const [method, path, body] = chosen.ask()
    return { kind: chosen.kind, method, path, body }
  }
}
