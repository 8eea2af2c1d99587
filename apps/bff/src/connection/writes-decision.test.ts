import { expect, test } from 'vitest'
import { decideWrites } from './writes-decision.ts'

const grounds = { mode: 'ask', sandbox: false, stopped: false, writeCheck: 'never' } as const

test.each([
  [{}, false, /write check/],
  [{ writeCheck: 'passed' }, true, null],
  [{ writeCheck: 'failed' }, false, /did not pass/],
  [{ writeCheck: 'left something' }, false, /puts back/],
  [{ sandbox: true }, true, null],
  [{ mode: 'on' }, true, null],
  [{ mode: 'off', writeCheck: 'passed' }, false, /GAINSIGHT_WRITES=off/],
  [{ mode: 'off', sandbox: true }, false, /GAINSIGHT_WRITES=off/],
  [{ mode: 'on', stopped: true }, false, /stopped/],
] as const)('with %o writing is allowed: %s', (given, allowed, reason) => {
  const decision = decideWrites({ ...grounds, ...given })
  expect(decision.allowed).toBe(allowed)
  if (reason) expect(decision.reason).toMatch(reason)
  else expect(decision.reason).toBeNull()
})
