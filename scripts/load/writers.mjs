import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { problemOf, reasonOf } from './reason.mjs'

const updatePath = '/gainsight/v1/csgoal/external/update'
const createPath = '/gainsight/v1/csgoal/external/create'
const repeatAfterMs = 250
/** A save may wait in the queue for its slot for long. */
const patience = 120_000
const createShare = 0.2
const carefulShare = 0.2

/**
 * People who save. Whoever loses the connection sends the same again with the same Idempotency-Key; an unknown outcome is waited for; what is
 * known not to have been applied is sent anew. So every write that is asked for ends as applied once.
 */
export function createWriters(clients, goals, random) {
  /** Every write that was asked for: what the tenant has to hold in the end. */
  const orders = []
  /** Requests of writes that did not end with their own answer: when, of which order, and why. */
  const failed = []
  const idleGoals = [...goals]
  let turn = 0
  let deadline = Number.POSITIVE_INFINITY
  const isOver = () => Date.now() > deadline
  const underWay = new Set()

  function nextOrder() {
    const name = `Load ${orders.length + 1} ${randomUUID()}`
    if (random() < createShare || idleGoals.length === 0) {
      return { kind: 'create', name, companyId: goals[Math.floor(random() * goals.length)].companyId }
    }
    return { kind: 'update', name, goal: idleGoals.shift(), isCareful: random() < carefulShare }
  }

  async function requestOf(client, { kind, name, companyId, goal, isCareful }) {
    if (kind === 'create') {
      const record = { Name: name, StatusName: 'New', EntityType: 'COMPANY', CompanyId: companyId }
      return { method: 'POST', path: createPath, body: { requests: [{ record }] }, headers: {} }
    }
    const etag = isCareful ? await etagOf(client, goal.gsid) : undefined
    const body = { requests: [{ record: { Gsid: goal.gsid, Name: name } }] }
    return { method: 'PUT', path: updatePath, body, headers: etag === undefined ? {} : { 'if-match': etag } }
  }

  /** As on the screen from which somebody saves. */
  async function etagOf(client, gsid) {
    for (;;) {
      const reply = await client.send('GET', `/api/goals/${gsid}`).catch(() => null)
      if (reply?.status === 200) return reply.headers.etag
      await wait(repeatAfterMs)
    }
  }

  /** Sends one write under one key until its outcome is known: `applied`, `not-applied`, or why it is neither. */
  async function carryThrough(client, order) {
    const { method, path, body, headers } = await requestOf(client, order)
    order.key = randomUUID()
    while (!isOver()) {
      const sent = { body, headers: { ...headers, 'idempotency-key': order.key }, patience }
      const reply = await client.send(method, path, sent).catch((error) => error)
      if (reply.status === 200) return 'applied'
      const code = reply instanceof Error ? undefined : problemOf(reply)?.code
      failed.push({
        at: performance.now(),
        askedAt: order.askedAt,
        code,
        reason: `${method} ${order.kind}: ${reasonOf(reply)}`,
      })
      if (code === 'outcome-unknown' || code === 'tenant-timeout') {
        const settled = await settledBy(client, order.key)
        if (settled === 'confirmed') return 'applied'
        if (settled === 'refused') return 'not-applied'
      } else if (code === 'changed-elsewhere') {
        // What a killed process was about to tell the copy comes with the next sync: who is refused looks again, and saves again.
        return 'not-applied'
      } else if (code !== undefined && code !== 'not-ready') return reasonOf(reply)
      await wait(repeatAfterMs)
    }
    return 'nothing was heard of it in time'
  }

  async function settledBy(client, key) {
    while (!isOver()) {
      const reply = await client.send('GET', `/api/writes/${key}`).catch(() => null)
      const state = reply?.status === 200 ? JSON.parse(reply.text).state : 'unknown'
      if (state !== 'unknown' && state !== 'sent' && state !== 'waiting') return state
      await wait(repeatAfterMs)
    }
    return 'unknown'
  }

  async function write(order) {
    const client = clients[(turn += 1) % clients.length]
    do {
      order.attempts += 1
      order.outcome = await carryThrough(client, order)
    } while (order.outcome === 'not-applied')
    order.settledAt = performance.now()
    if (order.goal && order.outcome === 'applied') idleGoals.push(order.goal)
  }

  return {
    orders,
    failed,
    write() {
      const order = { ...nextOrder(), askedAt: performance.now(), attempts: 0, outcome: 'not asked' }
      orders.push(order)
      const over = write(order).finally(() => underWay.delete(over))
      underWay.add(over)
    },
    /** Waits until every outcome is known, for so long. */
    settle(patienceMs) {
      deadline = Date.now() + patienceMs
      return Promise.race([Promise.all(underWay), wait(patienceMs, undefined, { ref: false })])
    },
  }
}
