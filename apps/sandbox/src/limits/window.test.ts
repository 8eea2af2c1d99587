import { describe, expect, test } from 'vitest'
import { createRandom, type Random } from '../seed/random.ts'
import { RollingMost } from './rolling-most.ts'
import { createWindow } from './window.ts'

const limit = { calls: 3, seconds: 1 }

describe('a window that follows the clock', () => {
  test('starts afresh at the full second, not a second after the first call', () => {
    const window = createWindow('clock', limit)
    for (const time of [900, 950, 990]) {
      expect(window.wait(time)).toBe(0)
      window.take(time)
    }
    expect(window.wait(995)).toBe(5)
    expect(window.wait(1000)).toBe(0)
  })
})

describe('a window that slides', () => {
  test('a place is free again one length after it was taken', () => {
    const window = createWindow('sliding', limit)
    for (const time of [900, 950, 990]) window.take(time)
    expect(window.wait(1000)).toBe(900)
    expect(window.wait(1899)).toBe(1)
    expect(window.wait(1900)).toBe(0)
  })

  test('never lets in more than the limit', () => {
    for (let seed = 0; seed < 30; seed++) {
      const admitted = admittedBy(createRandom(seed))
      const fullest = Math.max(
        ...admitted.map((from) => admitted.filter((each) => each >= from && each < from + 1000).length),
      )
      expect(fullest, `seed ${seed}`).toBe(limit.calls)
    }

    function admittedBy(random: Random): number[] {
      const window = createWindow('sliding', limit)
      const admitted: number[] = []
      for (let call = 0, time = 0; call < 400; call++, time += random.int(0, 400)) {
        if (window.wait(time) > 0) continue
        window.take(time)
        admitted.push(time)
      }
      return admitted
    }
  })
})

describe('the most calls in any rolling window', () => {
  test('is what counting by hand gives', () => {
    for (let seed = 0; seed < 30; seed++) {
      const random = createRandom(seed)
      const most = new RollingMost(1000)
      const times: number[] = []
      for (let call = 0, time = 0; call < 300; call++) {
        time += random.weighted([
          [0, 1],
          [random.int(1, 50), 4],
          [random.int(500, 1500), 1],
        ])
        times.push(time)
        most.add(time)
      }
      const counts = times.map((from) => times.filter((each) => each >= from && each < from + 1000).length)
      expect(most.most, `seed ${seed}`).toBe(Math.max(...counts))
    }
  })

  test('calls exactly one window apart never share one', () => {
    const most = new RollingMost(1000)
    for (const time of [0, 1000, 2000]) most.add(time)
    expect(most.most).toBe(1)
  })

  test('is kept over any number of calls', () => {
    const most = new RollingMost(1000)
    for (let call = 0; call < 5; call++) most.add(0)
    for (let call = 2; call <= 50_000; call++) most.add(call * 500)
    expect(most.most).toBe(5)
  })
})
