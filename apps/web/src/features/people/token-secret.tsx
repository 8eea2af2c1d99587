import * as texts from '@goalkeeper/texts/tokens'
import { Filled } from '#web/shared/ui/filled.tsx'
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
      <p className={classes.words}>{texts.thisIsTheSecretOfCopy(token.name)}</p>
      <div className={classes.block}>
        <div className={classes.head}>
          <Filled text={texts.secret} copyButton={<CopyButton text={() => secret}>{texts.copySecret}</CopyButton>} />
        </div>
        <pre className={`${classes.code} ${classes.secret}`} tabIndex={0} aria-label={texts.secretTitle} data-autofocus>
          {secret}
        </pre>
      </div>
      <div className={classes.block}>
        <div className={classes.head}>
          <Filled
            text={texts.aFirstCallWithIt}
            copyButton={<CopyButton text={() => example}>{texts.copyCall}</CopyButton>}
          />
        </div>
        <pre className={classes.code} tabIndex={0} aria-label={texts.aFirstCall}>
          {example}
        </pre>
      </div>
      <div className={classes.deeds}>
        <Button onClick={onClose}>{texts.iHaveCopiedIt}</Button>
      </div>
    </div>
  )
}
