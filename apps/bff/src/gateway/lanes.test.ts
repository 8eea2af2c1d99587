import { expect, test } from 'vitest'
import type { Lane } from './gateway.ts'
import { createLaneQueue } from './lanes.ts'

type Person = { lane: Lane; session: string; name: string }

function queueOf(...people: [Lane, string, string][]) {
  const queue = createLaneQueue<Person>()
  for (const [lane, session, name] of people) queue.add({ lane, session, name })
  const serveAll = () => {
    const served: string[] = []
    for (let [next] = queue.inOrder(); next; [next] = queue.inOrder()) {
      served.push(next.name)
      queue.serve(next)
    }
    return served
  }
  return { queue, serveAll }
}

test('people come before changes, and changes before sync', () => {
  const { serveAll } = queueOf(['sync', 's', 'sweep'], ['changes', 'c', 'run'], ['people', 'p', 'save'])
  expect(serveAll()).toEqual(['save', 'run', 'sweep'])
})

test('one session with many waiting does not keep another one out', () => {
  const { serveAll } = queueOf(
    ['people', 'ana', 'a1'],
    ['people', 'ana', 'a2'],
    ['people', 'ana', 'a3'],
    ['people', 'ben', 'b1'],
    ['people', 'ben', 'b2'],
  )
  expect(serveAll()).toEqual(['a1', 'b1', 'a2', 'b2', 'a3'])
})

test('a session that asks again right after its turn goes behind one that waits', () => {
  const { queue } = queueOf(['people', 'ana', 'a1'], ['people', 'ben', 'b1'], ['people', 'ben', 'b2'])
  const order: string[] = []
  for (let turn = 2; turn < 5; turn++) {
    const [next] = queue.inOrder()
    if (!next) break
    order.push(next.name)
    queue.serve(next)
    if (next.session === 'ana') queue.add({ lane: 'people', session: 'ana', name: `a${turn}` })
  }
  expect(order).toEqual(['a1', 'b1', 'a2'])
})

test('who leaves the queue is not served, and leaving twice changes nothing', () => {
  const { queue, serveAll } = queueOf(['people', 'ana', 'a1'], ['people', 'ben', 'b1'])
  const [ana] = queue.inOrder()
  if (!ana) throw new Error('nobody waits')
  expect([queue.remove(ana), queue.remove(ana)]).toEqual([true, false])
  expect(serveAll()).toEqual(['b1'])
})
