import { lazy, Suspense, useEffect, useSyncExternalStore, type ComponentType } from 'react'
import { session } from '../api/send.ts'
import type { SessionState } from '../api/session.ts'

const loadSignInAgain = () => import('./sign-in-again.tsx')
const SignInAgain = lazy<ComponentType<{ state: Exclude<SessionState, { kind: 'alive' }> }>>(() =>
  loadSignInAgain().then(
    (module) => ({ default: module.SignInAgain }),
    () => {
      // Too early for what is fetched below: the server shows its own way in.
      location.reload()
      return { default: () => null }
    },
  ),
)

/** Long enough for the first rows to come before it. */
const fetchAfterMs = 2_000

/** Nothing, until the session has ended or somebody else has signed in. */
export function SessionEnded() {
  const state = useSyncExternalStore(session.subscribe, session.state)

  useEffect(() => {
    // Without a session the server hands out nothing, this dialog included: it has to be here before.
    const timer = setTimeout(() => void loadSignInAgain().catch(() => undefined), fetchAfterMs)
    return () => clearTimeout(timer)
  }, [])

  if (state.kind === 'alive') return null
  return (
    <Suspense fallback={null}>
      <SignInAgain state={state} />
    </Suspense>
  )
}
