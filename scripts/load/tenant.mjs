/**
 * The sandbox as it sees itself, by its control requests, which are no calls.
 *
 * @param {string} url
 * @returns {{ stats: () => Promise<import('../../apps/sandbox/src/http/stats.ts').Stats>, record: (gsid: string) => Promise<Record<string, unknown>> }}
 */
export function createTenant(url) {
  const read = async (path) => {
    const reply = await fetch(`${url}/__sandbox${path}`, { headers: { 'x-sandbox-control': '1' } })
    if (!reply.ok) throw new Error(`The sandbox answered ${reply.status} to ${path}.`)
    return reply.json()
  }
  return { stats: () => read('/stats'), record: async (gsid) => (await read(`/records/${gsid}`)).record }
}

/**
 * Compares what was asked for with what the tenant holds: every update once, with its value; every create once; and nothing else. Gives what is
 * wrong, in a sentence each.
 */
export async function compareWithTenant({ stats, record }, orders) {
  const { writes } = await stats()
  const faults = []
  const asked = orders.filter(({ outcome }) => outcome === 'applied')
  for (const { kind, name, outcome } of orders) {
    if (outcome !== 'applied') faults.push(`The ${kind} "${name}" ended otherwise: ${outcome}.`)
  }
  const updates = Map.groupBy(
    asked.filter(({ kind }) => kind === 'update'),
    ({ goal }) => goal.gsid,
  )
  for (const [gsid, ofGoal] of updates) {
    const times = writes.byGoal[gsid] ?? 0
    if (times !== ofGoal.length) faults.push(`${gsid} took ${times} writes in place of ${ofGoal.length}.`)
    const last = ofGoal.reduce((one, other) => (other.settledAt > one.settledAt ? other : one))
    const { Name } = await record(gsid)
    if (Name !== last.name) faults.push(`${gsid} is called "${Name}" in place of "${last.name}".`)
  }
  const created = new Map()
  for (const gsid of writes.created) {
    const { Name } = await record(gsid)
    created.set(Name, (created.get(Name) ?? 0) + 1)
  }
  for (const { kind, name } of asked) {
    const times = kind === 'create' ? (created.get(name) ?? 0) : 1
    if (times !== 1) faults.push(`"${name}" was created ${times} times.`)
  }
  if (writes.applied !== asked.length) faults.push(`${writes.applied} writes were applied, ${asked.length} asked for.`)
  return { applied: writes.applied, faults }
}
