import { expect, test } from 'vitest'
import { createBatch } from './batch.ts'

const names: Record<string, string> = { a: 'Ana', b: 'Ben', c: 'Cem' }

function batchWithLog(most = 10) {
  const asked: string[][] = []
  const read = (keys: string[]) => {
    asked.push(keys)
    return Promise.resolve(names)
  }
  return { asked, nameOf: createBatch(read, { most, gatherMs: 1 }) }
}

test('what is asked for at once is read at once, each key one time', async () => {
  const { asked, nameOf } = batchWithLog()
  expect(await Promise.all(['a', 'b', 'a', 'nobody'].map(nameOf))).toEqual(['Ana', 'Ben', 'Ana', null])
  expect(asked).toEqual([['a', 'b', 'nobody']])
  expect(await nameOf('c')).toBe('Cem')
  expect(asked).toHaveLength(2)
})

test('more keys than one reading takes are read in several', async () => {
  const { asked, nameOf } = batchWithLog(2)
  expect(await Promise.all(['a', 'b', 'c'].map(nameOf))).toEqual(['Ana', 'Ben', 'Cem'])
  expect(asked).toEqual([['a', 'b'], ['c']])
})

test('a reading that fails is told to everyone who waits for it, and to nobody after', async () => {
  let isGone = true
  const read = () => (isGone ? Promise.reject(new Error('gone')) : Promise.resolve(names))
  const nameOf = createBatch(read, { most: 10, gatherMs: 1 })
  const both = await Promise.allSettled(['a', 'b'].map(nameOf))
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  isGone = false
  expect(await nameOf('a')).toBe('Ana')
})
