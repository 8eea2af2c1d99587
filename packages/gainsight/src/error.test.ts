import { describe, expect, test } from 'vitest'
import { GainsightError, sendFailure } from './error.ts'

const systemError = (code: string) => Object.assign(new Error(`connect ${code} 127.0.0.1:443`), { code })
const fetchFailed = (code: string) => new TypeError('fetch failed', { cause: systemError(code) })

describe('what carrying a call threw', () => {
  test('a connection that was never made: a write was not applied', () => {
    for (const thrown of [systemError('ECONNREFUSED'), fetchFailed('ENOTFOUND'), fetchFailed('EAI_AGAIN')]) {
      expect(sendFailure(thrown, 'write')).toMatchObject({ kind: 'unreachable', outcome: 'not-applied', cause: thrown })
      expect(sendFailure(thrown, 'read')).toMatchObject({ kind: 'unreachable', outcome: 'retry' })
    }
  })

  test('a connection that was lost: nobody knows what became of a write', () => {
    for (const thrown of [
      systemError('ECONNRESET'),
      fetchFailed('EPIPE'),
      fetchFailed('UND_ERR_SOCKET'),
      new Error('?'),
      'odd',
    ]) {
      expect(sendFailure(thrown, 'write')).toMatchObject({ kind: 'unreachable', outcome: 'unknown' })
      expect(sendFailure(thrown, 'read')).toMatchObject({ kind: 'unreachable', outcome: 'retry' })
    }
  })

  test('no answer in time: nobody knows what became of a write', async () => {
    const timeout = await new Promise<unknown>((resolve) => {
      const signal = AbortSignal.timeout(1)
      signal.addEventListener('abort', () => resolve(signal.reason))
    })
    for (const thrown of [timeout, fetchFailed('UND_ERR_HEADERS_TIMEOUT'), systemError('ETIMEDOUT')]) {
      expect(sendFailure(thrown, 'write')).toMatchObject({ kind: 'timeout', outcome: 'unknown' })
      expect(sendFailure(thrown, 'read')).toMatchObject({ kind: 'timeout', outcome: 'retry' })
    }
  })

  test('shows people no addresses and codes', () => {
    expect(sendFailure(fetchFailed('ECONNREFUSED'), 'read').message).toBe('Gainsight cannot be reached.')
  })

  test('what is a GainsightError already stays what it is', () => {
    const error = new GainsightError('No.', { kind: 'refused', outcome: 'not-applied' })
    expect(sendFailure(error, 'write')).toBe(error)
  })
})
