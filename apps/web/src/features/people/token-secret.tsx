import type { Token } from '@goalkeeper/contract/tokens'
import { Button } from '@mantine/core'
import { CopyButton } from '#web/shared/ui/copy-button.tsx'
import classes from './new-token-dialog.module.css'
import { exampleCall } from './token-example.ts'

type Props = { token: Token; secret: string; onClose: () => void }

/** The secret, which nobody can be shown again, and a first call with it. */
export function TokenSecret({ token, secret, onClose }: Props) {
  const example = exampleCall(location.origin, secret, token.routes)
  return (
    <div className={classes.form}>
      <p className={classes.words}>
        This is the secret of “{token.name}”. Copy it now: Goalkeeper keeps no copy, so it cannot be shown again.
      </p>
      <div className={classes.block}>
        <div className={classes.head}>
          Secret <CopyButton text={() => secret}>Copy secret</CopyButton>
        </div>
        <pre className={`${classes.code} ${classes.secret}`} tabIndex={0} aria-label="Secret" data-autofocus>
          {secret}
        </pre>
      </div>
      <div className={classes.block}>
        <div className={classes.head}>
          A first call with it <CopyButton text={() => example}>Copy call</CopyButton>
        </div>
        <pre className={classes.code} tabIndex={0} aria-label="A first call">
          {example}
        </pre>
      </div>
      <div className={classes.deeds}>
        <Button onClick={onClose}>I have copied it</Button>
      </div>
    </div>
  )
}
