import { describe, expect, it } from 'vitest'
import { planSync, syncPart } from './sync-plan.ts'

const minute = 60_000
const hour = 60 * minute

describe('planSync', () => {
  it('runs increments as often as configured, and a sweep every twenty of them, where the day allows it', () => {
    const plan = planSync({ dayLimit: 50_000, sweepCalls: 3, incrementCalls: 1, shortestIntervalMs: 30_000 })
    expect(plan.intervalMs).toBe(30_000)
    expect(plan.sweepEveryMs).toBe(10 * minute)
    expect(plan.callsPerDay).toBe(2880 + 432)
  })

  it('sweeps a large tenant more rarely', () => {
    const plan = planSync({ dayLimit: 30_000, sweepCalls: 1_000, incrementCalls: 1, shortestIntervalMs: 30_000 })
    expect(plan.intervalMs).toBe(30_000)
    expect(plan.sweepEveryMs).toBeGreaterThan(5 * hour)
    expect(plan.callsPerDay).toBeLessThanOrEqual(30_000 * syncPart + 1)
  })

  it('stretches the increments of a small day', () => {
    const plan = planSync({ dayLimit: 600, sweepCalls: 20, incrementCalls: 1, shortestIntervalMs: 30_000 })
    expect(plan.intervalMs).toBe((24 * hour) / 75)
    expect(plan.callsPerDay).toBeLessThanOrEqual(600 * syncPart + 1)
  })

  it('spends everything on sweeps where the tenant takes no filter by modification date', () => {
    const plan = planSync({ dayLimit: 30_000, sweepCalls: 20, incrementCalls: null, shortestIntervalMs: 30_000 })
    expect(plan.sweepEveryMs).toBe((24 * hour * 20) / 7_500)
    expect(plan.intervalMs).toBe(plan.sweepEveryMs)
    expect(plan.callsPerDay).toBe(7_500)
  })

  it('never costs more than its part of the day, whatever the tenant is like', () => {
    for (const dayLimit of [1, 50, 1_000, 50_000, 10_000_000]) {
      for (const sweepCalls of [1, 3, 100, 10_000]) {
        for (const incrementCalls of [null, 1, 7]) {
          const plan = planSync({ dayLimit, sweepCalls, incrementCalls, shortestIntervalMs: 1_000 })
          // Two rounded-up parts of at least one call.
          expect(plan.callsPerDay).toBeLessThanOrEqual(Math.max(1, dayLimit * syncPart) + 2)
        }
      }
    }
  })
})
