import { setTimeout as wait } from 'node:timers/promises'
import { reasonOf } from './reason.mjs'

const repeatAfterMs = 100
/** Who has seen nothing but errors for so long gives up. */
const givesUpAfterMs = 30_000

/** People who read. Who sees an error asks the same again until it is answered, and so knows for how long they saw it. */
export function createReaders(clients) {
  /** Of each answered read: its kind, and the time from when it was due. */
  const answered = []
  /** Of each read that failed at least once: when it first did, for how long that was seen, and why. */
  const failed = []
  let turn = 0
  const underWay = new Set()

  async function read({ kind, method, path, body }, dueAt) {
    const client = clients[(turn += 1) % clients.length]
    let failure = null
    for (;;) {
      const reply = await client.send(method, path, { body }).catch((error) => error)
      const now = performance.now()
      if (reply.status === 200) {
        if (failure) failed.push({ ...failure, ms: now - failure.at })
        answered.push({ kind, ms: now - dueAt })
        return
      }
      failure ??= { at: now, reason: `${method} ${kind}: ${reasonOf(reply)}` }
      if (now - failure.at > givesUpAfterMs) {
        failed.push({ ...failure, ms: now - failure.at })
        return
      }
      await wait(repeatAfterMs)
    }
  }

  return {
    answered,
    failed,
    read(question, dueAt) {
      const over = read(question, dueAt).finally(() => underWay.delete(over))
      underWay.add(over)
    },
    idle: () => Promise.all(underWay),
  }
}
