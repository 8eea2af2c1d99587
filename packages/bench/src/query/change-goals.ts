import { setTimeout as wait } from 'node:timers/promises'

const everyMs = 200

/** Somebody changes one goal after the other in Gainsight, which the sync takes in. Gives what ends it, and how many were changed. */
export function changeGoals(sandboxUrl: string, gsids: readonly string[]): () => Promise<number> {
  let isOver = false
  const changing = (async () => {
    let changes = 0
    while (!isOver) {
      const gsid = gsids[changes % gsids.length]
      const reply = await fetch(`${sandboxUrl}/__sandbox/records/${gsid}`, {
        method: 'POST',
        headers: { 'x-sandbox-control': '1', 'content-type': 'application/json' },
        body: JSON.stringify({ record: { Name: `Changed meanwhile, for the ${(changes += 1)}th time` } }),
      })
      if (!reply.ok) throw new Error(`The sandbox answered ${reply.status} to a change.`)
      await wait(everyMs)
    }
    return changes
  })()
  return async () => {
    isOver = true
    return changing
  }
}
