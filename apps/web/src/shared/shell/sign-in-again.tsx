import * as texts from '@goalkeeper/texts/shell-person'
import { Filled } from '#web/shared/ui/filled.tsx'
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
        {texts.yourSessionHasEnded}
      </h1>
      <p className={classes.words}>{texts.signInAgainToGoOn}</p>
      {signIn === 'launch-link' ? (
        <p className={classes.words}>{texts.openTheLaunchLinkInAnother}</p>
      ) : (
        <div className={classes.deeds}>
          <Button onClick={openWindow}>{texts.signInAgain}</Button>
          <span className={classes.meta} role="status">
            {isBlocked ? (
              <>
                <Filled
                  text={texts.theBrowserKeptTheWindowClosed}
                  link={
                    <a href={signInAddress} target="_blank" rel="noopener">
                      {texts.signInInAnotherTab}
                    </a>
                  }
                />
              </>
            ) : (
              texts.itOpensInAWindowOf
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
        {texts.hasSignedInHere(by)}
      </h1>
      <p className={classes.words}>{texts.thisPageWasSWhatWas(was)}</p>
      <div className={classes.deeds}>
        <Button onClick={() => location.reload()}>{texts.reloadAs(by)}</Button>
      </div>
    </>
  )
}
