import { expect, test } from 'vitest'
import { createSession } from './session.ts'

const ana = { id: 'person:ana', name: 'Ana Reyes', signIn: 'provider' } as const
const ben = { id: 'person:ben', name: 'Ben Ode', signIn: 'provider' } as const

/** A server that lets nobody in until someone has signed in, and notes under whose name it did what. */
function server() {
  let signedIn: typeof ana | typeof ben | null = null
  const done: string[] = []
  return {
    done,
    signIn: (who: typeof signedIn) => {
      signedIn = who
    },
    ask: async () => signedIn,
    call: (deed: string) => async () => {
      if (!signedIn) return Response.json({ code: 'unauthenticated' }, { status: 401 })
      done.push(`${signedIn.name}: ${deed}`)
      return Response.json({})
    },
  }
}

test('what was turned away is sent once when the same person is back', async () => {
  const { ask, call, done, signIn } = server()
  const session = createSession({ ask, everyMs: 1_000_000 })
  session.recognise(ana)
  const both = Promise.all([session.through(call('save')), session.through(call('read'))])
  await expect.poll(() => session.state()).toEqual({ kind: 'ended', signIn: 'provider' })
  await session.look()
  expect(session.state().kind).toBe('ended')
  signIn(ana)
  await session.look()
  expect((await both).map(({ status }) => status)).toEqual([200, 200])
  expect(session.state()).toEqual({ kind: 'alive' })
  expect(done.toSorted()).toEqual(['Ana Reyes: read', 'Ana Reyes: save'])
})

test('it looks by itself now and then', async () => {
  const { ask, call, signIn } = server()
  const session = createSession({ ask, everyMs: 1 })
  session.recognise(ana)
  const saved = session.through(call('save'))
  await expect.poll(() => session.state().kind).toBe('ended')
  signIn(ana)
  expect((await saved).status).toBe(200)
})

test('nothing is sent under the name of somebody else', async () => {
  const { ask, call, done, signIn } = server()
  const session = createSession({ ask, everyMs: 1_000_000 })
  session.recognise(ana)
  const saved = session.through(call('save'))
  await expect.poll(() => session.state().kind).toBe('ended')
  signIn(ben)
  await session.look()
  expect((await saved).status).toBe(401)
  expect(session.state()).toEqual({ kind: 'taken', was: 'Ana Reyes', by: 'Ben Ode' })
  expect(done).toEqual([])
})

test('somebody else may also be noticed while all goes well', () => {
  const session = createSession({ ask: async () => null, everyMs: 1_000_000 })
  session.recognise(ana)
  session.recognise(ben)
  expect(session.state()).toEqual({ kind: 'taken', was: 'Ana Reyes', by: 'Ben Ode' })
})

test('who stops waiting is let go, and other refusals are handed on', async () => {
  const { ask, call, done, signIn } = server()
  const session = createSession({ ask, everyMs: 1_000_000 })
  const leaving = new AbortController()
  const left = session.through(call('read'), leaving.signal)
  await expect.poll(() => session.state().kind).toBe('ended')
  leaving.abort()
  await expect(left).rejects.toThrow('aborted')
  signIn(ana)
  await session.look()
  expect(done).toEqual([])
  const refused = await session.through(async () => Response.json({ code: 'forbidden' }, { status: 403 }))
  expect(refused.status).toBe(403)
})

test('who signs out is not asked to sign in again; who stays after all is', async () => {
  const { ask, call } = server()
  const session = createSession({ ask, everyMs: 1_000_000 })
  session.recognise(ana)
  session.leave(true)
  expect((await session.through(call('read'))).status).toBe(401)
  expect(session.state()).toEqual({ kind: 'alive' })
  session.leave(false)
  void session.through(call('read'))
  await expect.poll(() => session.state().kind).toBe('ended')
})
