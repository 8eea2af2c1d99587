import { lazy, Suspense, useSyncExternalStore } from 'react'
import { session } from '../api/send.ts'

const SignInAgain = lazy(() => import('./sign-in-again.tsx').then((module) => ({ default: module.SignInAgain })))

/** Nothing, until the session has ended or somebody else has signed in. */
export function SessionEnded() {
  const state = useSyncExternalStore(session.subscribe, session.state)
  if (state.kind === 'alive') return null
  return (
    <Suspense fallback={null}>
      <SignInAgain state={state} />
    </Suspense>
  )
}
