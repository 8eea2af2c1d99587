import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { session } from '../api/send.ts'
import type { SessionState } from '../api/session.ts'
import classes from './sign-in-again.module.css'

const signInAddress = '/sign-in?window=1'

/** Over the whole page until the person is back: everything behind it stands as it was left. */
export function SignInAgain({ state }: { state: Exclude<SessionState, { kind: 'alive' }> }) {
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    dialog.current?.showModal()
    // Coming back from the window of the provider is the moment to look.
    const look = () => void session.look()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [])

  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby="sign-in-again"
      // There is nothing to go back to yet.
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
    >
      {state.kind === 'taken' ? <Taken {...state} /> : <Ended signIn={state.signIn} />}
    </dialog>
  )
}

function Ended({ signIn }: { signIn: Extract<SessionState, { kind: 'ended' }>['signIn'] }) {
  const [isBlocked, setBlocked] = useState(false)
  const openWindow = () => {
    // Without `noopener`, which would hide whether it was opened at all; it is a page of our own.
    setBlocked(window.open(signInAddress, 'goalkeeper-sign-in', 'popup,width=520,height=680') === null)
  }
  return (
    <>
      <h1 id="sign-in-again" className={classes.title}>
        Your session has ended
      </h1>
      <p className={classes.words}>Sign in again to go on. Nothing that you typed is lost.</p>
      {signIn === 'launch-link' ? (
        <p className={classes.words}>
          Open the launch link in another tab of this browser: Goalkeeper printed it when it started. This page goes on
          by itself then.
        </p>
      ) : (
        <div className={classes.deeds}>
          <Button onClick={openWindow}>Sign in again</Button>
          <span className={classes.meta} role="status">
            {isBlocked ? (
              <>
                The browser kept the window closed.{' '}
                <a href={signInAddress} target="_blank" rel="noopener">
                  Sign in in another tab
                </a>
              </>
            ) : (
              'It opens in a window of its own.'
            )}
          </span>
        </div>
      )}
    </>
  )
}

function Taken({ was, by }: Extract<SessionState, { kind: 'taken' }>) {
  return (
    <>
      <h1 id="sign-in-again" className={classes.title}>
        {by} has signed in here
      </h1>
      <p className={classes.words}>
        This page was {was}’s. What was still waiting to be sent has not been sent, so that nothing happens under
        another name.
      </p>
      <div className={classes.deeds}>
        <Button onClick={() => location.reload()}>Reload as {by}</Button>
      </div>
    </>
  )
}
